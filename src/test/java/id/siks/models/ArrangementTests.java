package id.siks.models;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.Picture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
        String chain = IntStream.range(0, 5000)
                .mapToObj(i -> "<bpmn:userTask id=\"t" + i + "\"/><bpmn:sequenceFlow id=\"f" + i + "\" sourceRef=\"t"
                        + i + "\" targetRef=\"t" + (i + 1) + "\"/>")
                .collect(Collectors.joining("", HEAD, "<bpmn:userTask id=\"t5000\"/>" + FOOT));
        assertThat(new DrawnProcess(DrawnProcess.pictured(chain)).shapes()).hasSize(5001);
    }

    @Test
    void what_has_a_picture_and_what_cannot_be_read_stays_as_it_is() {
        Diagram trunk = Diagram.read(Path.of("bpmn/proposal/proposal-trunk.bpmn"));
        String text = Diagram.text(Path.of("bpmn/proposal/proposal-trunk.bpmn"));
        assertThat(DrawnProcess.pictured(text)).isSameAs(text);
        assertThat(trunk.pictured()).isSameAs(trunk);
        List.of("", "no diagram", "<!DOCTYPE a><a/>", "<a/>")
                .forEach(odd -> assertThat(DrawnProcess.pictured(odd)).isEqualTo(odd));
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

    private static String bare(Diagram diagram) {
        return Diagram.text(Diagram.FOLDER.resolve(diagram.room()).resolve(diagram.name() + ".bpmn"))
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
    }

    /** Lines may cross here: nobody has put the elements in their places by hand. */
    private static List<String> faults(String bare) {
        assertThat(bare).doesNotContain("BPMNShape");
        Diagram arranged = Diagram.of(Path.of("bpmn/made/made.bpmn"), DrawnProcess.pictured(bare));
        return new LayoutRule()
                .faults(arranged).stream()
                        .filter(fault -> !fault.contains(" crosses "))
                        .toList();
    }
}
