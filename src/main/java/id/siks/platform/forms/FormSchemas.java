package id.siks.platform.forms;

import id.siks.platform.forms.FormsInForce.Released;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The forms of all user tasks: files {@code forms/<room>/<task>.form}, or what was released in their place since. */
@Component
public class FormSchemas {

    private final ObjectProvider<FormsInForce> released;
    private final Map<String, Resource> files = new HashMap<>();
    private final Map<String, FormSchema> read = new ConcurrentHashMap<>();

    FormSchemas(ObjectProvider<FormsInForce> released) throws IOException {
        this.released = released;
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*/*.form")) {
            files.putIfAbsent(file.getFilename().replaceFirst("\\.form$", ""), file);
        }
    }

    /** Tasks that have a form. */
    public Set<String> tasks() {
        Set<String> tasks = new HashSet<>(files.keySet());
        released.ifAvailable(forms -> tasks.addAll(forms.tasks()));
        return tasks;
    }

    /** True when there is a form for {@code task}. */
    public boolean has(String task) {
        return files.containsKey(task) || released(task).isPresent();
    }

    /**
     * The form of a user task.
     *
     * @param task id of the user task, name of the file
     * @throws IllegalArgumentException when there is none, or when it cannot be used; the message names file and component
     */
    public FormSchema of(String task) {
        return released(task)
                .map(form -> read.computeIfAbsent(
                        form.id(), id -> FormReader.read(task, form.content().getBytes(StandardCharsets.UTF_8))))
                .orElseGet(() -> read.computeIfAbsent(task, this::load));
    }

    private Optional<Released> released(String task) {
        FormsInForce forms = released.getIfAvailable();
        return forms == null ? Optional.empty() : forms.find(task);
    }

    private FormSchema load(String task) {
        Resource file = files.get(task);
        if (file == null) {
            throw new IllegalArgumentException("There is no form forms/<room>/" + task + ".form");
        }
        try (InputStream content = file.getInputStream()) {
            return FormReader.read(task, content.readAllBytes());
        } catch (IOException e) {
            throw new IllegalArgumentException(task + ".form cannot be read", e);
        }
    }
}
