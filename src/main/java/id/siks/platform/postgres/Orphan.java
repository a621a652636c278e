package id.siks.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed application leaves behind: a server that still runs, or a note of one that does not. Only for whoever
 * holds the lock of the folder, or it would stop the server of another application.
 */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final long PATIENCE_SECONDS = 60;

    private Orphan() {}

    /** Makes the way free for a new server on {@code cluster}. */
    static void clear(Path cluster) throws IOException, InterruptedException {
        Path note = cluster.resolve("postmaster.pid");
        Optional<ProcessHandle> process = processOf(note);
        if (process.isEmpty()) {
            // The server itself clears a note whose process is gone, after making sure that no child of it is left.
            return;
        }
        if (isServerOf(process.get(), cluster)) {
            LOG.info("A server is left over from a killed application; it is stopped first");
            stop(process.get());
        } else {
            LOG.info("The process number of a former server is used by another program now; its note is removed");
            Files.deleteIfExists(note);
        }
    }

    private static Optional<ProcessHandle> processOf(Path note) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        return Files.readAllLines(note).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(ProcessHandle::isAlive);
    }

    private static boolean isServerOf(ProcessHandle process, Path cluster) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        boolean here = info.commandLine()
                .map(line -> line.contains(cluster.toString()))
                .orElse(false);
        return postgres && here;
    }

    private static void stop(ProcessHandle server) throws IOException, InterruptedException {
        if (!interrupt(server.pid())) {
            server.destroy();
        }
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The server with process number " + server.pid() + " does not stop", e);
        }
    }

    // The interrupt is the server's fast stop: it ends the sessions and writes a checkpoint.
    private static boolean interrupt(long pid) throws InterruptedException {
        try {
            return new ProcessBuilder("kill", "-INT", Long.toString(pid))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
