package id.siks.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build knows what the pages are made of, and stops at what is known to be unsafe. */
class FrontendPackagesTests {

    private static final String LOCK =
            """
            {"packages": {"": {"name": "pages"},
              "node_modules/good": {"version": "1.0.0"},
              "node_modules/good/node_modules/%s": {"version": "%s"}}}""";

    @TempDir
    Path folder;

    @Test
    void the_bill_of_this_build_names_what_the_pages_are_made_of_and_not_what_only_builds_them() throws IOException {
        assertThat(Path.of("target/frontend.cdx.json"))
                .content(StandardCharsets.UTF_8)
                .contains("\"CycloneDX\"", "pkg:npm/bpmn-js@", "pkg:npm/htmx.org@", "\"SHA-512\"")
                .doesNotContain("pkg:npm/esbuild@");
    }

    @ParameterizedTest
    @CsvSource({"lodash, 4.17.20", "preact, 10.27.2", "dompurify, 3.1.7"})
    void an_unsafe_version_however_deep_stops_the_build(String name, String version) throws Exception {
        assertThat(check(name, version)).contains(name + " " + version + " (");
        assertThat(folder.resolve("bill.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"lodash, 4.17.21", "preact, 10.26.4", "preact, 10.27.3", "preact, 11.0.0-beta.1", "dompurify, 3.10.0"})
    void a_version_beside_the_unsafe_ones_does_not(String name, String version) throws Exception {
        assertThat(check(name, version)).isEmpty();
        assertThat(folder.resolve("bill.json")).exists();
    }

    private String check(String name, String version) throws IOException, InterruptedException {
        Path lock = Files.writeString(folder.resolve("lock.json"), LOCK.formatted(name, version));
        Process node = new ProcessBuilder(
                        "target/playwright/node",
                        "src/main/frontend/packages.mjs",
                        lock.toString(),
                        folder.resolve("bill.json").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor() == 0).isEqualTo(said.isEmpty());
        return said;
    }
}
