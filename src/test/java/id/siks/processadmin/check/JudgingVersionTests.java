package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.siks.platform.engine.StepFacades;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds judge alike when their rules and files are alike, and only then. */
class JudgingVersionTests {

    private static final String PACKAGE = JudgingVersion.class.getPackageName().replace('.', '/') + "/";

    @TempDir
    Path here;

    @Test
    void it_is_the_same_after_a_restart_and_from_an_archive() throws Exception {
        Path folder = classes();

        assertThat(hash(folder)).isEqualTo(hash(folder)).matches("[0-9a-f]{64}");
        assertThat(hash(packed(folder))).isEqualTo(hash(folder));
    }

    @Test
    void a_class_of_the_check_that_differs_makes_another_version() throws Exception {
        Path folder = classes();
        String before = code(folder, "<process/>");

        Files.write(folder.resolve(PACKAGE + "BpmnLoops.class"), new byte[] {0}, StandardOpenOption.APPEND);

        assertThat(code(folder, "<process/>")).isNotEqualTo(before);
    }

    @Test
    void a_shipped_model_that_differs_makes_another_version() throws Exception {
        Path folder = classes();

        assertThat(code(folder, "<process/>"))
                .isEqualTo(code(folder, "<process/>"))
                .isNotEqualTo(code(folder, "<process />"));
    }

    @Test
    void an_application_that_cannot_read_its_own_rules_does_not_start() {
        assertThatIllegalStateException().isThrownBy(() -> hash(here));
    }

    private static String code(Path classes, String diagram) throws IOException {
        Shipped shipped = mock(Shipped.class);
        when(shipped.all())
                .thenReturn(List.of(new Shipped.File(
                        ModelKind.BPMN, "proposal", "test-own", diagram.getBytes(StandardCharsets.UTF_8))));
        StepFacades steps = mock(StepFacades.class);
        when(steps.methods()).thenReturn(Map.of());
        try (URLClassLoader loader = loader(classes)) {
            return new JudgingVersion(new ClassFiles(loader), shipped, steps, List.of()).code();
        }
    }

    private static String hash(Path classes) throws IOException {
        try (URLClassLoader loader = loader(classes)) {
            return new ClassFiles(loader).hash();
        }
    }

    private static URLClassLoader loader(Path classes) throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
    }

    /** A copy of the classes, as they lie in a folder. */
    private Path classes() throws IOException, URISyntaxException {
        Path folder = here.resolve("classes");
        Files.createDirectories(folder.resolve(PACKAGE));
        Path compiled = Path.of(ClassFiles.class.getResource("ClassFiles.class").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(compiled)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(PACKAGE + file.getFileName()));
            }
        }
        return folder;
    }

    private Path packed(Path folder) throws IOException {
        Path archive = here.resolve("classes.jar");
        try (OutputStream file = Files.newOutputStream(archive);
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(each -> !each.equals(folder)).toList()) {
                boolean isFolder = Files.isDirectory(path);
                jar.putNextEntry(new ZipEntry(folder.relativize(path) + (isFolder ? "/" : "")));
                if (!isFolder) {
                    Files.copy(path, jar);
                }
            }
        }
        return archive;
    }
}
