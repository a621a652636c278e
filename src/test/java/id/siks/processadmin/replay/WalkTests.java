package id.siks.processadmin.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.models.OlderTrunk;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.replay.Change.Untold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Proposals that went the ways people know, led along diagrams somebody might draw. */
@EngineTest
class WalkTests {

    private static final Map<String, Object> VISIT = Map.of("fieldCheckNeeded", true);

    private static final List<String> HEARD = words("proposal-submitted match-identity decide-route meeting-needed"
            + " call-meeting meeting-recorded agreed-by-meeting offer-to-list list-awaited village-finalized");
    private static final List<String> VISITED = words("field-check-needed request-field-check field-check-concluded"
            + " field-check-returned present-to-regency decide-proposal regency-decision");
    private static final List<String> APPLIED =
            words("approve-proposal batch-awaited batch-determined apply-to-register proposal-applied");
    private static final List<String> MENDED = words("return-to-village correct-proposal match-identity decide-route"
            + " meeting-needed village-list-needed field-check-needed present-to-regency decide-proposal"
            + " regency-decision");

    @Autowired
    Past past;

    private String trunk;

    @BeforeEach
    void asShipped() throws IOException {
        trunk = Files.readString(Path.of("bpmn/proposal/proposal-trunk.bpmn"));
    }

    @Test
    void along_its_own_diagram_every_case_goes_as_it_went() {
        assertThat(walked(trunk, VISIT, HEARD, VISITED, APPLIED)).isEmpty();
        assertThat(walked(trunk, Map.of("fieldCheckNeeded", false), HEARD, VISITED, MENDED, APPLIED))
                .isEmpty();
        assertThat(walked(
                        trunk,
                        VISIT,
                        words("proposal-submitted match-identity identity-mismatch correct-proposal"),
                        HEARD.subList(1, HEARD.size()),
                        VISITED,
                        words("reject-proposal proposal-rejected")))
                .isEmpty();
        assertThat(walked(trunk, VISIT, HEARD, words("withdrawal"))).isEmpty();
        assertThat(walked(trunk, Map.of(), words("proposal-submitted match-identity")))
                .as("still on its way")
                .isEmpty();
    }

    @Test
    void at_every_gateway_it_is_asked_whether_there_is_time() {
        Ways ways = new Ways(new DrawnProcess(trunk));
        Walk walk = new Walk(ways, ways, new Road(HEARD, VISIT), past.decider(ways, ways, new TimeLimit(() -> true)));

        assertThatThrownBy(walk::changes).isInstanceOf(TimeLimit.Reached.class);
    }

    @Test
    void a_second_check_is_passed_by_those_who_were_approved_only() {
        String draft = withSecondCheck();

        assertThat(walked(draft, VISIT, HEARD, VISITED, APPLIED))
                .containsExactly(Change.newStep("Periksa sekali lagi"));
        assertThat(walked(draft, VISIT, HEARD, VISITED, words("reject-proposal proposal-rejected")))
                .isEmpty();
    }

    @Test
    void another_condition_sends_a_case_another_way_at_its_gateway() {
        String draft = changed("${fieldCheckNeeded == false}", "${fieldCheckNeeded == true}");

        assertThat(walked(draft, VISIT, HEARD, VISITED, APPLIED))
                .containsExactly(Change.way("Perlu kunjungan?", "Minta kunjungan rumah", "Ajukan ke Dinsos"));
    }

    @Test
    void what_was_decided_is_told_by_the_way_and_by_what_the_form_offers() {
        String draft = changed("decision == &#x27;approve&#x27;", "decision == &#x27;return&#x27;");

        assertThat(walked(draft, VISIT, HEARD, VISITED, APPLIED))
                .containsExactly(Change.way("Putusan Dinsos?", "Setujui, ikut daftar periode", "Kembalikan ke desa"));
        assertThat(walked(draft, Map.of("fieldCheckNeeded", false), HEARD, VISITED, MENDED, APPLIED))
                .as("a return is the one answer that is neither an approval nor a rejection")
                .containsExactly(Change.way("Putusan Dinsos?", "Kembalikan ke desa", "Setujui, ikut daftar periode"));
    }

    @Test
    void a_value_is_not_taken_from_before_or_after_a_return() {
        String draft = withSecondCheck(
                """
                <bpmn:exclusiveGateway id="visited-before" name="Sudah dikunjungi?" default="visited-no" />
                <bpmn:sequenceFlow id="second-check-done" sourceRef="second-check" targetRef="visited-before" />
                <bpmn:sequenceFlow id="visited-no" sourceRef="visited-before" targetRef="approve-proposal" />
                <bpmn:sequenceFlow id="visited-yes" sourceRef="visited-before" targetRef="reject-proposal">
                <bpmn:conditionExpression>${%s}</bpmn:conditionExpression></bpmn:sequenceFlow>""");

        assertThat(walked(draft.formatted("fieldCheckNeeded"), VISIT, HEARD, VISITED, APPLIED))
                .containsExactly(
                        Change.newStep("Periksa sekali lagi"),
                        Change.way("Sudah dikunjungi?", "Setujui, ikut daftar periode", "Tutup: ditolak Dinsos"));
        assertThat(walked(draft.formatted("agreed"), VISIT, HEARD, VISITED, APPLIED))
                .containsExactly(
                        Change.newStep("Periksa sekali lagi"), Change.untold("Sudah dikunjungi?", Untold.VALUE));
    }

    @Test
    void that_a_case_leaves_its_way_is_told_though_nobody_knows_where_to() {
        String draft = changed("${meetingNeeded == false}", "${meetingNeeded == true}");

        assertThat(walked(draft, VISIT, HEARD, VISITED, APPLIED))
                .containsExactly(
                        Change.way("Perlu musyawarah?", "Ajukan ke musyawarah", "Perlu masuk daftar desa?"),
                        Change.untold("Perlu masuk daftar desa?", Untold.VALUE));
        for (String on : List.of("call-meeting", "seen-before", "look-again")) {
            assertThat(walked(leadingBack(draft, on), VISIT, HEARD, VISITED, APPLIED))
                    .as("it may come back to where it went, by way of " + on)
                    .containsExactly(Change.untold("Perlu masuk daftar desa?", Untold.VALUE));
        }
    }

    @Test
    void a_case_that_leaves_its_way_may_come_back_behind_a_step_that_is_gone() {
        String draft = changed("${meetingNeeded == false}", "${meetingNeeded == true}");
        String gone = leadingBack(draft, "call-meeting")
                .replaceAll("(?s)<bpmn:serviceTask id=\"call-meeting\".*?</bpmn:serviceTask>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"call-meeting-to[^>]*>", "")
                .replace("targetRef=\"call-meeting\"", "targetRef=\"meeting-recorded\"");

        assertThat(walked(gone, VISIT, HEARD, VISITED, APPLIED))
                .containsExactly(Change.untold("Perlu masuk daftar desa?", Untold.VALUE));
    }

    @Test
    void a_step_that_is_gone_is_left_out() {
        String draft = changed("targetRef=\"decline-proposal\"", "targetRef=\"proposal-declined\"")
                .replaceAll("(?s)<bpmn:serviceTask id=\"decline-proposal\".*?</bpmn:serviceTask>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"decline-proposal-to[^>]*>", "");

        assertThat(walked(draft, VISIT, HEARD.subList(0, 7), words("decline-proposal proposal-declined")))
                .containsExactly(Change.leftStep("Tutup: tidak disepakati"));
    }

    @Test
    void a_new_branch_beside_the_known_one_is_a_new_step_and_two_known_ones_cannot_be_told() {
        String split =
                """
                <bpmn:parallelGateway id="split" /><bpmn:parallelGateway id="meet" />
                <bpmn:sequenceFlow id="on" sourceRef="split" targetRef="present-to-regency" />
                <bpmn:sequenceFlow id="met" sourceRef="meet" targetRef="regency-decision" />
                <bpmn:sequenceFlow id="beside" sourceRef="split" targetRef="second-check" />
                <bpmn:userTask id="second-check" name="Periksa sekali lagi" />
                <bpmn:sequenceFlow id="back" sourceRef="second-check" targetRef="meet" />
                <bpmn:exclusiveGateway id="regency-decision\"""";
        String draft = changed(
                        "name=\"tidak\" sourceRef=\"field-check-returned\" targetRef=\"present-to-regency\"",
                        "name=\"tidak\" sourceRef=\"field-check-returned\" targetRef=\"split\"")
                .replace(
                        "sourceRef=\"decide-proposal\" targetRef=\"regency-decision\"",
                        "sourceRef=\"decide-proposal\" targetRef=\"meet\"")
                .replace("<bpmn:exclusiveGateway id=\"regency-decision\"", split);

        assertThat(walked(draft, VISIT, HEARD, VISITED, APPLIED))
                .containsExactly(Change.newStep("Periksa sekali lagi"));
        assertThat(walked(
                        draft.replace("targetRef=\"second-check\"", "targetRef=\"reject-proposal\""),
                        VISIT,
                        HEARD,
                        VISITED,
                        APPLIED))
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo(Untold.BRANCHES.name()));
    }

    @Test
    void what_never_happened_to_a_case_cannot_be_told() {
        String draft = changed(
                "sourceRef=\"batch-awaited\" targetRef=\"batch-determined\"",
                "sourceRef=\"batch-awaited\" targetRef=\"item-returned\"");

        assertThat(walked(draft, VISIT, HEARD, VISITED, APPLIED))
                .containsExactly(Change.untold("Menunggu penetapan", Untold.EVENT));
    }

    /** It went by a diagram of before, in which it waited for one thing only. */
    @Test
    void what_came_to_a_case_is_found_among_what_is_awaited_by_now() throws IOException {
        List<String> heard = new ArrayList<>(HEARD);
        assertThat(heard.remove("list-awaited")).isTrue();
        String before = OlderTrunk.text();

        assertThat(walked(before, trunk, VISIT, heard, VISITED, APPLIED)).isEmpty();
        assertThat(walked(
                        before,
                        changed(
                                "sourceRef=\"list-awaited\" targetRef=\"village-finalized\"",
                                "sourceRef=\"list-awaited\" targetRef=\"item-rejected\""),
                        VISIT,
                        heard,
                        VISITED,
                        APPLIED))
                .containsExactly(
                        Change.newStep("Menunggu daftar desa"), Change.untold("Menunggu daftar desa", Untold.EVENT));
    }

    @Test
    void the_way_is_what_lies_on_the_road_and_many_at_once_are_one_step() {
        Ways ways = new Ways(new DrawnProcess(trunk.replace(
                "camunda:formRef=\"decide-proposal\" camunda:formRefBinding=\"deployment\">",
                "><bpmn:multiInstanceLoopCharacteristics />")));

        assertThat(ways.road(words("proposal-submitted decide-proposal#multiInstanceBody decide-proposal"
                        + " decide-proposal decide-proposal-delayed decide-proposal-escalated task-ladder find-rung"
                        + " regency-decision")))
                .containsExactly("proposal-submitted", "decide-proposal", "regency-decision");
    }

    @SafeVarargs
    private List<Change> walked(String draft, Map<String, Object> values, List<String>... parts) {
        return walked(trunk, draft, values, parts);
    }

    @SafeVarargs
    private List<Change> walked(String before, String draft, Map<String, Object> values, List<String>... parts) {
        List<String> steps = new ArrayList<>();
        Arrays.stream(parts).forEach(steps::addAll);
        Ways was = new Ways(new DrawnProcess(before));
        Ways is = new Ways(new DrawnProcess(draft));
        return new Walk(was, is, new Road(steps, values), past.decider(was, is, new TimeLimit(() -> false))).changes();
    }

    /** Who is on no village list goes to the node; a new gateway and a new step lead to the meeting. */
    private static String leadingBack(String draft, String node) {
        String flow = "name=\"tidak\" sourceRef=\"village-list-needed\" targetRef=\"";
        assertThat(draft).contains(flow + "field-check-needed\"");
        return draft.replace(flow + "field-check-needed\"", flow + node + '"')
                .replace(
                        "<bpmn:serviceTask id=\"offer-to-list\"",
                        """
                        <bpmn:exclusiveGateway id="seen-before" />
                        <bpmn:sequenceFlow id="seen" sourceRef="seen-before" targetRef="call-meeting" />
                        <bpmn:userTask id="look-again" name="Lihat lagi" />
                        <bpmn:sequenceFlow id="looked" sourceRef="look-again" targetRef="seen-before" />
                        <bpmn:serviceTask id="offer-to-list\"""");
    }

    private String withSecondCheck() {
        return withSecondCheck(
                "<bpmn:sequenceFlow id=\"second-check-done\" sourceRef=\"second-check\" targetRef=\"approve-proposal\" />");
    }

    private String withSecondCheck(String then) {
        String flow = "name=\"setujui\" sourceRef=\"regency-decision\" targetRef=\"";
        return changed(flow + "approve-proposal\"", flow + "second-check\"")
                .replace(
                        "<bpmn:serviceTask id=\"approve-proposal\"",
                        "<bpmn:userTask id=\"second-check\" name=\"Periksa sekali lagi\" />" + then
                                + "<bpmn:serviceTask id=\"approve-proposal\"");
    }

    private String changed(String was, String is) {
        assertThat(trunk).contains(was);
        return trunk.replace(was, is);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
