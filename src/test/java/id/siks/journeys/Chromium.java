package id.siks.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine's browser, without its window where there is such a one: it takes half the time. Where it is missing on a
 * Debian and the tests run as root, the distribution's package is installed.
 */
final class Chromium {

    private static final Path INSTALLER = Path.of("/usr/bin/apt-get");
    private static final Path PROGRAMS = Path.of("/usr/bin");
    private static final List<String> PACKAGES = List.of("chromium-headless-shell", "chromium");

    private Chromium() {}

    /** Where the browser is; refuses with one sentence that tells how to get it. */
    static Path find() {
        String named = System.getProperty("chromium", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        if (!isThere(PACKAGES.get(0)) && mayInstall()) {
            run(List.of(INSTALLER.toString(), "update", "-qq"));
            install(PACKAGES.get(0));
        }
        if (PACKAGES.stream().noneMatch(Chromium::isThere) && mayInstall()) {
            install(PACKAGES.get(1));
        }
        return PACKAGES.stream()
                .filter(Chromium::isThere)
                .findFirst()
                .map(PROGRAMS::resolve)
                .orElseThrow(() -> new IllegalStateException(
                        "The page tests need Chromium: install your system's package (Debian: apt-get install"
                                + " chromium-headless-shell) or name it with -Dchromium=/path/to/chromium."));
    }

    private static boolean isThere(String name) {
        return Files.isExecutable(PROGRAMS.resolve(name));
    }

    private static void install(String name) {
        run(List.of(INSTALLER.toString(), "install", "-y", "-qq", name));
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
