package id.siks.platform.forms;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The forms of all user tasks: files {@code forms/<room>/<task>.form}. */
@Component
public class FormSchemas {

    private final Map<String, Resource> files = new HashMap<>();
    private final Map<String, FormSchema> read = new ConcurrentHashMap<>();

    FormSchemas() throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*/*.form")) {
            files.putIfAbsent(file.getFilename().replaceFirst("\\.form$", ""), file);
        }
    }

    /** Tasks that have a form. */
    public Set<String> tasks() {
        return Set.copyOf(files.keySet());
    }

    /** True when there is a form for {@code task}. */
    public boolean has(String task) {
        return files.containsKey(task);
    }

    /**
     * The form of a user task.
     *
     * @param task id of the user task, name of the file
     * @throws IllegalArgumentException when there is none, or when it cannot be used; the message names file and component
     */
    public FormSchema of(String task) {
        return read.computeIfAbsent(task, this::load);
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
