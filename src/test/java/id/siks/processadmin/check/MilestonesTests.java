package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which steps of the application a diagram may go without. */
class MilestonesTests {

    private static final String TRUNK = Hostile.text(Path.of("bpmn/proposal/proposal-trunk.bpmn"));
    private static final String TURN = "${proposalTrunk.presentToRegency()}";
    private static final String RUNG = "${taskLadder.findRung()}";
    private static final String ROUTE = "${proposalTrunk.decideRoute()}";

    @Test
    void the_diagram_of_the_application_has_all() {
        assertThat(said(TRUNK)).isEmpty();
    }

    @Test
    void a_step_is_not_cut_out_of_a_way_that_is_still_there() {
        String without = TRUNK.replace(TURN, RUNG);

        assertThat(said(without)).hasSize(1).allMatch(finding -> finding.startsWith("step-cut-out decide-proposal "));
        assertThat(
                        said(
                                without.replace("targetRef=\"decide-proposal\"", "targetRef=\"look\"")
                                        .replace(
                                                "</bpmn:process>",
                                                "<bpmn:userTask id=\"look\"/><bpmn:sequenceFlow id=\"on\" sourceRef=\"look\" targetRef=\"decide-proposal\"/></bpmn:process>")))
                .as("with something new in its place")
                .anyMatch(finding -> finding.startsWith("step-cut-out decide-proposal "));
    }

    @Test
    void two_steps_behind_each_other_are_not_cut_out_either() {
        assertThat(said(TRUNK.replace("${proposalTrunk.matchIdentity()}", RUNG).replace(ROUTE, RUNG)))
                .hasSizeGreaterThan(1)
                .anyMatch(finding -> finding.startsWith("step-cut-out"));
    }

    @Test
    void no_event_beside_a_task_leads_around_a_step_that_is_still_there() {
        assertThat(said(late("true", "decide-route"))).containsExactly("step-cut-out decide-route Padankan identitas");
        assertThat(said(late("false", "decide-route")))
                .as("beside the road")
                .containsExactly("step-cut-out decide-route Padankan identitas");
        assertThat(said(late("true", "decide-proposal")))
                .as("around several")
                .contains("step-cut-out decide-proposal Ajukan ke Dinsos");
        assertThat(said(late("true", "match-identity"))).as("to the step").isEmpty();
        assertThat(said(late("true", "lapsed"))).as("to an end of its own").isEmpty();
    }

    @Test
    void a_way_around_that_is_in_force_already_keeps_nobody_from_changing_anything_else() {
        String late = late("true", "decide-route");

        assertThat(said(late, late)).containsExactly("step-passed-by decide-route Padankan identitas");
        assertThat(said(late("true", "decide-proposal"), late))
                .as("another one")
                .contains("step-cut-out decide-proposal Ajukan ke Dinsos");
        assertThat(said(late.replace("${proposalTrunk.matchIdentity()}", RUNG), late))
                .as("when the step goes too")
                .contains("step-cut-out decide-route Padankan identitas");
        String older = TRUNK.replace(TURN, RUNG);
        assertThat(said(older, older))
                .as("when the step is newer than what is in force")
                .containsExactly("step-cut-out decide-proposal Ajukan ke Dinsos");
    }

    @Test
    void a_step_that_fails_is_not_done() {
        String failing = TRUNK.replace(
                "sourceRef=\"identity-mismatch\" targetRef=\"correct-proposal\"",
                "sourceRef=\"identity-mismatch\" targetRef=\"decide-route\"");

        assertThat(failing).isNotEqualTo(TRUNK);
        assertThat(said(failing)).containsExactly("step-cut-out decide-route Padankan identitas");
    }

    @Test
    void no_line_leads_around_a_step_either() {
        String around = TRUNK.replace(
                "sourceRef=\"correct-proposal\" targetRef=\"match-identity\"",
                "sourceRef=\"correct-proposal\" targetRef=\"decide-route\"");

        assertThat(around).isNotEqualTo(TRUNK);
        assertThat(said(around)).containsExactly("step-cut-out decide-route Padankan identitas");
    }

    @Test
    void what_is_newly_drawn_beside_a_step_or_around_it_leads_not_past_it() {
        String beside = Sketch.fork("split")
                + Sketch.fork("join")
                + Sketch.task("look", "REGENCY_VERIFIER")
                + Sketch.ways("split look join decide-proposal", "split present-to-regency");

        assertThat(said(presented("split", "join", beside)))
                .as("in a branch of its own")
                .isEmpty();
        assertThat(said(presented("split", "join", beside.replace("parallelGateway", "exclusiveGateway"))))
                .as("instead of it")
                .containsExactly("step-cut-out decide-proposal Ajukan ke Dinsos");
        assertThat(said(within())).as("in a subprocess").isEmpty();
        assertThat(said(within().replace("${proposalTrunk.presentToRegency()}", RUNG)))
                .as("in a subprocess without it")
                .contains("step-cut-out decide-proposal Ajukan ke Dinsos");
    }

    /** The trunk, where {@code to} is come to in place of the step that presents a proposal, and it leads to {@code on}. */
    private static String presented(String to, String on, String parts) {
        return TRUNK.replace("targetRef=\"present-to-regency\"", "targetRef=\"" + to + "\"")
                .replace(
                        "sourceRef=\"present-to-regency\" targetRef=\"decide-proposal\"",
                        "sourceRef=\"present-to-regency\" targetRef=\"" + on + "\"")
                .replace("</bpmn:process>", parts + "</bpmn:process>");
    }

    private static String within() {
        String step = "(?s)<bpmn:serviceTask id=\"present-to-regency\".*?</bpmn:serviceTask>";
        return presented(
                        "presenting",
                        "presented",
                        Sketch.inside(
                                        "presenting",
                                        Sketch.start("begun"),
                                        Sketch.step("presents", "presentToRegency"),
                                        Sketch.end("ended"),
                                        Sketch.ways("begun presents ended"))
                                + Sketch.ways("presenting decide-proposal"))
                .replaceAll(step, "")
                .replaceAll("<bpmn:sequenceFlow [^>]*sourceRef=\"present-to-regency\"[^>]*/>", "");
    }

    /** The trunk with a timer at the village's correction that leads on. */
    private static String late(String interrupts, String to) {
        return TRUNK.replace(
                "</bpmn:process>",
                Sketch.beside("late", "correct-proposal", Sketch.LATE).replace("\"false\"", "\"" + interrupts + "\"")
                        + Sketch.end("lapsed")
                        + Sketch.ways("late " + to)
                        + "</bpmn:process>");
    }

    @Test
    void a_step_may_go_with_its_whole_way_and_it_is_said() {
        String without = TRUNK.replace("${proposalTrunk.carryOver()}", RUNG)
                .replace("\"carry-over\"", "\"gone\"")
                .replaceFirst("sourceRef=\"gone\" targetRef=\"[^\"]*\"", "sourceRef=\"gone\" targetRef=\"gone\"");

        assertThat(said(without)).hasSize(1).allMatch(finding -> finding.startsWith("step-left-out proposal-trunk "));
    }

    @Test
    void a_process_the_application_does_not_know_has_no_steps_to_lose() {
        assertThat(said(OwnProcess.of("test-own"))).isEmpty();
    }

    private static List<String> said(String file) {
        return said(file, null);
    }

    /** What is said of a file while another one is in force. */
    private static List<String> said(String file, String inForce) {
        Bpmn diagram = read(file);
        DiagramsInUse inUse = mock(DiagramsInUse.class);
        when(inUse.latest(diagram.key()))
                .thenReturn(Optional.ofNullable(inForce).map(MilestonesTests::read));
        Findings findings = new Findings();
        new BpmnMilestones(inUse).check(diagram, findings);
        return new ArrayList<>(findings.report().findings().stream()
                .map(finding -> finding.rule() + " " + finding.element() + " "
                        + finding.args().get(1))
                .toList());
    }

    private static Bpmn read(String file) {
        Part root = XmlReader.read(file);
        Part process = root.children("process").get(0);
        Part shipped = process.id().equals("proposal-trunk") ? XmlReader.read(TRUNK) : null;
        return new Bpmn(process.id(), root, new Graph(process), Words.of(shipped));
    }
}
