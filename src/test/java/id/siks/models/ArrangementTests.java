package id.siks.models;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.Picture;
import id.siks.platform.diagram.PicturedFile;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** A diagram that comes without a picture is arranged so that everything is there and nothing hides anything else. */
class ArrangementTests {

    private static final String HEAD =
            "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><bpmn:process id=\"made\">";
    private static final String FOOT = "</bpmn:process></bpmn:definitions>";

    @TestFactory
    Stream<DynamicTest> every_diagram_of_the_house_without_its_picture_is_readable() {
        return Diagram.all().stream()
                .map(diagram -> DynamicTest.dynamicTest(
                        diagram.name(), () -> assertThat(faults(bare(diagram))).isEmpty()));
    }

    @Test
    void parts_within_and_apart_stand_where_they_belong() {
        String drawn = HEAD
                + "<bpmn:startEvent id=\"begin\"/><bpmn:subProcess id=\"part\"><bpmn:startEvent id=\"in\"/>"
                + "<bpmn:userTask id=\"work\"/><bpmn:sequenceFlow id=\"f1\" sourceRef=\"in\" targetRef=\"work\"/></bpmn:subProcess>"
                + "<bpmn:boundaryEvent id=\"late\" attachedToRef=\"part\"/><bpmn:boundaryEvent id=\"gone\" attachedToRef=\"part\"/>"
                + "<bpmn:endEvent id=\"end\"/><bpmn:endEvent id=\"other-end\"/>"
                + "<bpmn:subProcess id=\"side\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"signal\"/></bpmn:subProcess>"
                + "<bpmn:sequenceFlow id=\"f2\" sourceRef=\"begin\" targetRef=\"part\"/>"
                + "<bpmn:sequenceFlow id=\"f3\" sourceRef=\"part\" targetRef=\"end\"/>"
                + "<bpmn:sequenceFlow id=\"f4\" sourceRef=\"late\" targetRef=\"other-end\"/>"
                + "<bpmn:sequenceFlow id=\"back\" sourceRef=\"gone\" targetRef=\"part\"/>"
                + FOOT;
        assertThat(faults(drawn)).isEmpty();
    }

    @Test
    void a_loop_from_the_very_beginning_and_a_flow_into_nothing_are_drawn_as_far_as_they_go() {
        String drawn = HEAD
                + "<bpmn:userTask id=\"one\"/><bpmn:userTask id=\"two\"/>"
                + "<bpmn:sequenceFlow id=\"on\" sourceRef=\"one\" targetRef=\"two\"/>"
                + "<bpmn:sequenceFlow id=\"back\" sourceRef=\"two\" targetRef=\"one\"/>"
                + "<bpmn:sequenceFlow id=\"lost\" sourceRef=\"two\" targetRef=\"nowhere\"/>"
                + FOOT;
        assertThat(faults(drawn)).containsExactly("lost is not drawn");
    }

    @Test
    void the_longest_diagram_that_is_taken_is_arranged() {
        String chain = IntStream.range(0, 4999)
                .mapToObj(i -> "<bpmn:userTask id=\"t" + i + "\"/><bpmn:sequenceFlow id=\"f" + i + "\" sourceRef=\"t"
                        + i + "\" targetRef=\"t" + (i + 1) + "\"/>")
                .collect(Collectors.joining("", HEAD, "<bpmn:userTask id=\"t4999\"/>" + FOOT));
        assertThat(places(chain)).hasSize(5000);
    }

    @Test
    @Timeout(60)
    void elements_that_nothing_leads_to_stand_below_each_other() {
        Collection<Rectangle2D> places = places(tasks(5000));
        assertThat(places).hasSize(5000).extracting(Rectangle2D::getX).containsOnly(40.0);
        assertThat(rising(places, Rectangle2D::getY)).isTrue();
    }

    @Test
    @Timeout(60)
    void however_many_events_at_an_edge_stand_beside_each_other() {
        String events = repeated(4999, "<bpmn:boundaryEvent id=\"e%d\" attachedToRef=\"host\"/>");
        Map<String, Rectangle2D> shapes =
                drawn(HEAD + "<bpmn:userTask id=\"host\"/>" + events + FOOT).shapes();
        Rectangle2D host = shapes.remove("host");
        assertThat(shapes.values()).hasSize(4999).allMatch(host::intersects);
        assertThat(rising(shapes.values(), Rectangle2D::getX)).isTrue();
    }

    @Test
    @Timeout(60)
    void however_many_flows_meet_have_their_own_ways_and_words() {
        String flows =
                repeated(5000, "<bpmn:sequenceFlow id=\"f%1$d\" name=\"%1$d\" sourceRef=\"one\" targetRef=\"two\"/>");
        String back = repeated(5000, "<bpmn:sequenceFlow id=\"b%d\" sourceRef=\"two\" targetRef=\"one\"/>");
        DrawnProcess drawn = drawn(HEAD + "<bpmn:task id=\"one\"/><bpmn:task id=\"two\"/>" + flows + back + FOOT);
        assertThat(drawn.labels().values().stream().map(Rectangle2D::getY)).doesNotHaveDuplicates();
        assertThat(drawn.lines().entrySet().stream()
                        .filter(line -> line.getKey().startsWith("b"))
                        .map(line -> line.getValue().get(2).getY()))
                .hasSize(5000)
                .doesNotHaveDuplicates();
    }

    @Test
    @Timeout(60)
    void what_is_too_large_is_left_as_it_is_and_said_to_be() {
        for (int count : List.of(5001, 60_000)) {
            String large = tasks(count);
            assertThat(PicturedFile.of(large)).isEqualTo(new PicturedFile(large, PicturedFile.Origin.TOO_LARGE));
            assertThat(Picture.of(new DrawnProcess(large))).doesNotContain("rx=");
        }
    }

    @Test
    void an_empty_diagram_is_no_picture_unless_there_is_nothing_to_draw() {
        String empty =
                "<d:BPMNDiagram xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/DI\"><d:BPMNPlane/></d:BPMNDiagram>";
        String file = tasks(1).replace("</bpmn:process>", "</bpmn:process>" + empty);
        assertThat(PicturedFile.of(file).origin()).isEqualTo(PicturedFile.Origin.ARRANGED);
        assertThat(drawn(file).elements("BPMNDiagram")).hasSize(1);
        String nothing = file.replaceAll("<bpmn:task[^>]*>", "");
        assertThat(PicturedFile.of(nothing)).isEqualTo(PicturedFile.asItIs(nothing));
    }

    @Test
    void what_has_a_picture_and_what_cannot_be_read_stays_as_it_is() {
        Diagram trunk = Diagram.read(Path.of("bpmn/proposal/proposal-trunk.bpmn"));
        String text = Diagram.text(Path.of("bpmn/proposal/proposal-trunk.bpmn"));
        assertThat(PicturedFile.of(text)).isEqualTo(PicturedFile.asItIs(text));
        assertThat(trunk.pictured()).isSameAs(trunk);
        List.of("", "no diagram", "<!DOCTYPE a><a/>", "<a/>")
                .forEach(odd -> assertThat(PicturedFile.of(odd)).isEqualTo(PicturedFile.asItIs(odd)));
    }

    @Test
    void a_page_draws_all_of_a_diagram_without_a_picture() {
        DrawnProcess trunk = new DrawnProcess(bare(Diagram.read(Path.of("bpmn/proposal/proposal-trunk.bpmn"))));
        String picture = Picture.of(trunk, Map.of("decide-proposal", new Picture.Mark("#123456", "7", null)));
        assertThat(picture).contains("#123456").contains(">Putuskan<", ">7<");
        assertThat(picture.split("<polyline"))
                .hasSizeGreaterThan(trunk.elements("sequenceFlow").size());
    }

    @Test
    void a_process_with_nothing_in_it_has_an_empty_picture() {
        assertThat(Picture.of(new DrawnProcess(HEAD + FOOT))).startsWith("<svg").doesNotContain("<circle");
    }

    private static String tasks(int count) {
        return HEAD + repeated(count, "<bpmn:task id=\"t%d\"/>") + FOOT;
    }

    private static String repeated(int count, String element) {
        return IntStream.range(0, count).mapToObj(element::formatted).collect(Collectors.joining());
    }

    private static DrawnProcess drawn(String file) {
        return new DrawnProcess(PicturedFile.of(file).content());
    }

    private static Collection<Rectangle2D> places(String file) {
        return drawn(file).shapes().values();
    }

    private static boolean rising(Collection<Rectangle2D> places, ToDoubleFunction<Rectangle2D> side) {
        double[] at = places.stream().mapToDouble(side).toArray();
        return IntStream.range(1, at.length).allMatch(i -> at[i] > at[i - 1]);
    }

    private static String bare(Diagram diagram) {
        return Diagram.text(Diagram.FOLDER.resolve(diagram.room()).resolve(diagram.name() + ".bpmn"))
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
    }

    /** Lines may cross here: nobody has put the elements in their places by hand. */
    private static List<String> faults(String bare) {
        assertThat(bare).doesNotContain("BPMNShape");
        Diagram arranged =
                Diagram.of(Path.of("bpmn/made/made.bpmn"), PicturedFile.of(bare).content());
        return new LayoutRule()
                .faults(arranged).stream()
                        .filter(fault -> !fault.contains(" crosses "))
                        .toList();
    }
}
