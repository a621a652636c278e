package id.siks.platform.forms;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The forms of all user tasks: files {@code forms/<room>/<task>.form}, or what was released in their place. */
@Component
public class FormSchemas {

    private final Map<String, Resource> files = new HashMap<>();
    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final ObjectProvider<FormSource> source;

    FormSchemas(ObjectProvider<FormSource> source) throws IOException {
        this.source = source;
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
        byte[] content = source.stream()
                .flatMap(forms -> forms.find(task).stream())
                .findFirst()
                .orElse(null);
        return read.compute(
                        task,
                        (key, was) -> was != null && Arrays.equals(was.content, content)
                                ? was
                                : new Read(content, content == null ? load(key) : FormReader.read(key, content)))
                .schema;
    }

    /** A form that was read; its content is null when it is the application's own. */
    private record Read(byte[] content, FormSchema schema) {}

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
