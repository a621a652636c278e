package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Security requirement 5 for cases that move: what one version had not passed, the other does not take for passed. */
@EngineTest
class CrossingTests {

    private static final String TRUNK = "proposal-trunk";
    private static final String SHIPPED = file("proposal", TRUNK);
    private static final String LOOK = "second-look";
    private static final String YES = "regency-decision-approve";
    private static final String LISTED = "village-finalized-to-field-check-needed";
    private static final String SEEN = "present-to-regency-to-decide-proposal";

    @Autowired
    Crossings crossings;

    @ParameterizedTest
    @CsvSource({
        "proposal, proposal-trunk",
        "fieldcheck, field-check",
        "finalization, period-finalization",
        "proposal, village-meeting"
    })
    void a_step_that_is_its_own_place_leads_nowhere_else(String room, String key) {
        String same = file(room, key);
        Crossing crossing = crossings.of(key, same, same);

        assertThat(steps(same)).isNotEmpty().allSatisfy(step -> {
            assertThat(crossing.leadsPast(step, step)).as(step).isFalse();
            assertThat(crossing.lacks(step, step)).as(step).isFalse();
        });
    }

    @Test
    void a_step_before_the_decision_does_not_become_one_behind_it() {
        Crossing there = crossings.of(TRUNK, SHIPPED, drawn(SHIPPED, YES, LOOK));
        Crossing back = crossings.of(TRUNK, drawn(SHIPPED, YES, LOOK), SHIPPED);

        assertThat(there.leadsPast("decide-proposal", LOOK)).isTrue();
        assertThat(there.leadsPast("decide-proposal", "decide-proposal")).isFalse();
        assertThat(there.leadsPast("decide-proposal", "batch-awaited")).isTrue();
        assertThat(there.leadsPast("batch-awaited", "batch-awaited")).isFalse();
        assertThat(back.leadsPast(LOOK, "decide-proposal"))
                .as("decided once more")
                .isFalse();
        assertThat(back.leadsPast(LOOK, "batch-awaited")).isTrue();
    }

    @Test
    void a_step_before_the_visit_does_not_become_one_behind_it_or_the_end_of_one_nobody_asked_for() {
        Crossing crossing = crossings.of(TRUNK, drawn(SHIPPED, LISTED, LOOK), SHIPPED);

        assertThat(crossing.leadsPast(LOOK, "decide-proposal")).isTrue();
        assertThat(crossing.leadsPast("village-finalized", "field-check-concluded"))
                .isTrue();
        assertThat(crossing.leadsPast(LOOK, "village-finalized")).isFalse();
        assertThat(crossings.of(TRUNK, drawn(SHIPPED, SEEN, LOOK), SHIPPED).leadsPast(LOOK, "decide-proposal"))
                .as("visited, and decided when its turn comes")
                .isFalse();
    }

    @Test
    void a_decision_whose_answer_is_awaited_behind_it_is_not_given_by_standing_there() {
        String looked = drawn(SHIPPED, SEEN, LOOK);
        String later = looked.replace("id=\"decide-proposal\"", "id=\"decide-proposal\" camunda:asyncAfter=\"true\"");

        assertThat(crossings.of(TRUNK, looked, later).leadsPast(LOOK, "decide-proposal"))
                .isTrue();
    }

    @Test
    void a_list_is_not_taken_past_the_office_head_the_regent_or_the_ministry() {
        String finalization = file("finalization", "period-finalization");
        Crossing crossing = crossings.of("period-finalization", finalization, finalization);

        assertThat(crossing.leadsPast("close-regency", "record-ratification")).isTrue();
        assertThat(crossing.leadsPast("approve-batch", "forward-batch")).isTrue();
        assertThat(crossing.leadsPast("forward-batch", "determination-lane")).isTrue();
        assertThat(crossing.hasOwnPage("approve-batch")).isTrue();
        assertThat(crossing.hasOwnPage(LOOK)).isFalse();
        String visit = file("fieldcheck", "field-check");
        assertThat(crossings.of("field-check", visit, visit).leadsPast("assign-visit", "review-visit"))
                .isTrue();
    }

    @Test
    void what_is_read_behind_a_place_was_given_before_the_step_or_is_given_in_between() {
        String early = drawn(SHIPPED, "agreed-by-meeting-yes", LOOK);
        String reading = early.replace("${fieldCheckReturned == true}", "${secondLook == 'AGREED'}");
        Crossing crossing = crossings.of(TRUNK, SHIPPED, reading);

        assertThat(crossing.lacks("village-finalized", "village-finalized")).isTrue();
        assertThat(crossing.lacks("decide-proposal", "decide-proposal"))
                .as("it may come back to where it is read")
                .isTrue();
        assertThat(crossing.lacks("village-finalized", "correct-proposal"))
                .as("not every way from there leads past the task")
                .isTrue();
        assertThat(crossing.lacks("village-finalized", LOOK)).as("given there").isFalse();
        assertThat(crossings.of(TRUNK, early, early).lacks("village-finalized", "village-finalized"))
                .as("nobody reads it")
                .isFalse();
        assertThat(crossings.of(TRUNK, reading, reading).lacks("village-finalized", "village-finalized"))
                .as("as it was")
                .isFalse();
    }

    /** The diagram with a task more on one of its flows. */
    private static String drawn(String diagram, String flow, String task) {
        Matcher found = Pattern.compile("(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]* targetRef=\")([^\"]+)\"")
                .matcher(diagram);
        assertThat(found.find()).isTrue();
        return found.replaceFirst("$1" + task + "\"")
                .replace(
                        "</bpmn:process>",
                        """
                        <bpmn:userTask id="TASK" name="Periksa lagi" camunda:candidateGroups="REGENCY_VERIFIER" />
                        <bpmn:sequenceFlow id="TASK-done" sourceRef="TASK" targetRef="NEXT" /></bpmn:process>"""
                                .replace("TASK", task)
                                .replace("NEXT", found.group(2)));
    }

    private static List<String> steps(String diagram) {
        return Pattern.compile("<bpmn:(?:userTask|intermediateCatchEvent|eventBasedGateway|subProcess) id=\"([^\"]+)\"")
                .matcher(diagram)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String file(String room, String key) {
        return Hostile.text(Path.of("bpmn", room, key + ".bpmn"));
    }
}
