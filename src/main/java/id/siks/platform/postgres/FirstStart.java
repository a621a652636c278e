package id.siks.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Knows whether the server's folder was ever made completely. When the very first start is killed half way, what it left
 * holds no data and cannot be used: it is thrown away.
 */
final class FirstStart {

    private final Path mark;

    private FirstStart(Path mark) {
        this.mark = mark;
    }

    /** Looks at {@code folder}, removes a half-made server, and marks a new one as not ready. */
    static FirstStart of(DataFolder folder) throws IOException, InterruptedException {
        Path mark = folder.root().resolve("first-start");
        if (Files.exists(mark)) {
            Orphan.clear(folder.cluster());
            FileSystemUtils.deleteRecursively(folder.cluster());
        } else if (!Files.exists(folder.cluster())) {
            Files.createFile(mark);
        }
        return new FirstStart(mark);
    }

    /** The server is complete: from now on its data is kept. */
    void done() throws IOException {
        Files.deleteIfExists(mark);
    }
}
