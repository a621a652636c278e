package id.siks.models;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The pictures of the walkthrough are drawn from the diagrams. A stale one fails; run with {@code -Dpictures=write} to draw
 * them anew.
 */
class PictureTests {

    private static final Path FOLDER = Path.of("src/docs/pictures");
    private static final Path CHANGED = FOLDER.resolve("second-check.svg");
    private static final Picture.Mark NEW = new Picture.Mark("#d5f0dc", "baru", null);

    @BeforeAll
    static void draw() throws IOException {
        if ("write".equals(System.getProperty("pictures"))) {
            Files.createDirectories(FOLDER);
            for (Diagram diagram : Diagram.all()) {
                Files.writeString(file(diagram), Picture.of(diagram));
            }
            Files.writeString(CHANGED, changed());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_picture_shows_its_diagram_as_it_is() {
        return Diagram.all().stream()
                .map(diagram -> DynamicTest.dynamicTest(
                        diagram.name(), () -> assertThat(file(diagram)).hasContent(Picture.of(diagram))));
    }

    @Test
    void the_picture_of_a_change_shows_it() throws IOException {
        assertThat(CHANGED).hasContent(changed());
    }

    @Test
    void a_stale_picture_is_noticed() throws IOException {
        Path file = Path.of("bpmn/fieldcheck/field-check.bpmn");
        Diagram changed = Diagram.of(file, Diagram.text(file).replace("Tinjau temuan", "Lihat temuan"));

        assertThat(Files.readString(file(changed))).isNotEqualTo(Picture.of(changed));
    }

    private static String changed() throws IOException {
        return Picture.of(
                new DrawnProcess(SecondCheck.trunk()),
                Map.of(SecondCheck.TASK, NEW, "agreed-again", new Picture.Mark(NEW.fill(), null, null)));
    }

    private static Path file(Diagram diagram) {
        return FOLDER.resolve(diagram.name() + ".svg");
    }
}
