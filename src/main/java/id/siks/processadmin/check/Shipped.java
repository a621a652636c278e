package id.siks.processadmin.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The diagrams, tables and forms this release of the application brings: what its code was written for. */
@Component
public class Shipped {

    private final Map<String, File> files = new TreeMap<>();
    private final Map<String, Words> words = new ConcurrentHashMap<>();

    Shipped() throws IOException {
        for (String folder : List.of("classpath*:bpmn/*/*", "classpath*:forms/*/*")) {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(folder)) {
                keep(file);
            }
        }
    }

    /**
     * One file of the application.
     *
     * @param kind what it is
     * @param room the folder it lies in
     * @param key its name without the ending
     * @param content its bytes
     */
    public record File(ModelKind kind, String room, String key, byte[] content) {}

    /** All of them, in the order of their names. */
    public Collection<File> all() {
        return List.copyOf(files.values());
    }

    /** The file of that name, if the application brings one. */
    public Optional<File> find(ModelKind kind, String key) {
        return Optional.ofNullable(files.get(key + kind.ending()));
    }

    /** What the code says to the process of that name; its diagram is read once, for it never changes. */
    Words words(String key) {
        return find(ModelKind.BPMN, key)
                .map(file ->
                        words.computeIfAbsent(key, name -> Words.of(XmlReader.read(PlainText.xml(file.content())))))
                .orElseGet(() -> Words.of(null));
    }

    private void keep(Resource resource) throws IOException {
        String name = String.valueOf(resource.getFilename());
        String[] path = resource.getURL().getPath().split("/");
        for (ModelKind kind : ModelKind.values()) {
            if (name.endsWith(kind.ending())) {
                String key = name.substring(0, name.length() - kind.ending().length());
                files.putIfAbsent(name, new File(kind, path[path.length - 2], key, content(resource)));
            }
        }
    }

    private static byte[] content(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
