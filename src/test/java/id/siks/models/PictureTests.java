package id.siks.models;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.Picture;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern PLATE =
            Pattern.compile("<rect x='(\\d+)' y='(\\d+)' width='(\\d+)' height='(\\d+)' rx='9'");

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

    @Test
    void words_at_a_task_stand_clear_of_the_timers_at_its_edge() throws IOException {
        Path file = Path.of("bpmn/fieldcheck/field-check.bpmn");
        Diagram diagram = Diagram.of(file, Diagram.text(file));
        String words = "12 terbuka, 3 terlambat";

        String picture = Picture.of(diagram, Map.of("record-visit", new Picture.Mark("#fff", words, words)));

        List<Rectangle2D> plates = plates(picture);
        assertThat(plates).hasSize(2);
        assertThat(diagram.elements("boundaryEvent"))
                .map(event -> diagram.shapes().get(DrawnProcess.id(event)))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(plates).noneMatch(event::intersects));
        assertThat(picture.indexOf(words)).isGreaterThan(picture.lastIndexOf("<circle"));
    }

    @Test
    void words_at_neighbouring_steps_cover_neither_each_other_nor_other_shapes_and_labels() {
        String words = "120 terbuka, 30 terlambat";
        for (Diagram diagram : Diagram.all()) {
            Map<String, Picture.Mark> marks = diagram.elements("userTask").stream()
                    .map(DrawnProcess::id)
                    .collect(Collectors.toMap(id -> id, id -> new Picture.Mark("#fff", words, "3 hari")));

            List<Rectangle2D> plates = plates(Picture.of(diagram, marks));

            for (Rectangle2D plate : plates) {
                assertThat(plates)
                        .filteredOn(plate::intersects)
                        .as(diagram.name())
                        .hasSize(1);
                assertThat(diagram.labels().values()).as(diagram.name()).noneMatch(plate::intersects);
                assertThat(diagram.nodes())
                        .filteredOn(node -> !node.getLocalName().equals("subProcess"))
                        .map(node -> diagram.shapes().get(DrawnProcess.id(node)))
                        .filteredOn(shape -> shape != null && plate.intersects(shape))
                        .as(diagram.name())
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    private static List<Rectangle2D> plates(String picture) {
        return PLATE.matcher(picture)
                .results()
                .map(plate -> (Rectangle2D) new Rectangle2D.Double(
                        Double.parseDouble(plate.group(1)), Double.parseDouble(plate.group(2)),
                        Double.parseDouble(plate.group(3)), Double.parseDouble(plate.group(4))))
                .toList();
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
