package id.siks.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine's browser. Where it is missing on a Debian and the tests run as root, the distribution's package is installed. */
final class Chromium {

    private static final Path INSTALLER = Path.of("/usr/bin/apt-get");

    private Chromium() {}

    /** Where the browser is; refuses with one sentence that tells how to get it. */
    static Path find() {
        Path chromium = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(chromium) && mayInstall()) {
            run(List.of(INSTALLER.toString(), "update", "-qq"));
            run(List.of(INSTALLER.toString(), "install", "-y", "-qq", "chromium"));
        }
        if (!Files.isExecutable(chromium)) {
            throw new IllegalStateException("The page tests need Chromium: install your system's package"
                    + " (Debian: apt-get install chromium) or name it with -Dchromium=/path/to/chromium.");
        }
        return chromium;
    }

    private static boolean mayInstall() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(INSTALLER);
    }

    private static void run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
