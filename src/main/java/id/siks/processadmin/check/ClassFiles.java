package id.siks.processadmin.check;

import id.siks.platform.Sha256;
import java.io.IOException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The compiled classes of the check, as the application was packed with them. */
@Component
class ClassFiles {

    private static final String CLASSES =
            "classpath*:" + ClassFiles.class.getPackageName().replace('.', '/') + "/*.class";

    private final String hash;

    ClassFiles() throws IOException {
        this(ClassFiles.class.getClassLoader());
    }

    /** Those the loader finds, in folders or archives. */
    ClassFiles(ClassLoader loader) throws IOException {
        TreeMap<String, String> hashes = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver(loader).getResources(CLASSES)) {
            hashes.put(file.getFilename(), Sha256.hex(file.getContentAsByteArray()));
        }
        if (hashes.isEmpty()) {
            throw new IllegalStateException("The classes of the check cannot be read");
        }
        this.hash = Sha256.hex(hashes.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }

    /** The same wherever the same classes are, and another one as soon as one of them differs; in hexadecimal. */
    String hash() {
        return hash;
    }
}
