package id.siks.processadmin.check;

import static id.siks.processadmin.check.Trunk.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks of one's own beside and behind those of the application. */
@EngineTest
class DrawnTaskCheckTests {

    @Autowired
    ModelCheck check;

    @Test
    void a_second_check_beside_the_decision_lets_the_decision_be_forgotten() {
        assertThat(check.check(ModelKind.BPMN, KEY, beside("")).refusals())
                .extracting(Finding::rule)
                .containsOnly(Rule.ANSWER_FORGOTTEN.code());
    }

    @Test
    void two_tokens_of_one_branch_do_not_open_the_way_past_the_decision() {
        String twice = "<bpmn:sequenceFlow id=\"twice\" sourceRef=\"second-step\" targetRef=\"join\"/>";

        assertThat(check.check(ModelKind.BPMN, KEY, beside(twice)).refusals())
                .extracting(Finding::rule)
                .contains(Rule.APPROVAL_WITHOUT_DECISION.code());
    }

    @Test
    void a_drawn_task_before_the_gateway_lets_the_decision_be_forgotten() {
        String between = pictured(
                trunk().right()
                        .replace(
                                "sourceRef=\"decide-proposal\" targetRef=\"regency-decision\" />",
                                """
                        sourceRef="decide-proposal" targetRef="second-look" />
                        <bpmn:userTask id="second-look" name="Periksa lagi" camunda:candidateGroups="REGENCY_VERIFIER"
                            camunda:formRef="second-look" camunda:formRefBinding="latest"/>
                        <bpmn:sequenceFlow id="answered" sourceRef="second-look" targetRef="regency-decision"/>"""),
                List.of("second-look"),
                List.of("answered"));

        assertThat(check.check(ModelKind.BPMN, KEY, between).refusals())
                .extracting(finding -> finding.rule() + " " + finding.element())
                .containsExactlyInAnyOrder(
                        "answer-forgotten regency-decision-approve", "answer-forgotten regency-decision-reject");
    }

    @Test
    void a_drawn_task_that_leads_on_by_its_own_answer_is_taken() {
        assertThat(check.check(ModelKind.BPMN, KEY, looked("second-look", "decide-proposal"))
                        .refusals())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "area-code, decide-proposal, area-code",
        "second-look, gone, second-look",
        "second-look, approve-batch, second-look",
        "second-look, record-visit, second-look"
    })
    void a_drawn_task_neither_answers_for_others_nor_shows_what_is_not_there(String task, String shows, String at) {
        assertThat(check.check(ModelKind.BPMN, KEY, looked(task, shows)).refusals())
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.VALUE_NOT_ALLOWED.code());
                    assertThat(finding.element()).isEqualTo(at);
                });
    }

    @Test
    void a_drawn_task_shows_one_page() {
        String one = "<camunda:property name=\"shows\" value=\"decide-proposal\"/>";
        assertThat(check.check(
                                ModelKind.BPMN,
                                "proposal-trunk",
                                looked("second-look", "decide-proposal")
                                        .replace(one, one + one.replace("decide-", "correct-")))
                        .refusals())
                .extracting(finding -> finding.rule() + " " + finding.element())
                .containsExactly("element-twice second-look");
    }

    @Test
    void an_answer_that_is_given_on_every_way_may_be_read_later() {
        String later =
                looked("second-look", "decide-proposal").replace("${agreed == true}", "${secondLook == 'AGREED'}");

        assertThat(check.check(ModelKind.BPMN, KEY, later).refusals())
                .extracting(finding -> finding.rule() + " " + finding.element())
                .containsExactly("answer-not-given agreed-by-meeting-yes");
        assertThat(check.check(ModelKind.BPMN, KEY, looked("second-look", "decide-proposal"))
                        .refusals())
                .isEmpty();
    }

    /** The trunk with a drawn task behind the approval, whose answer leads on or back to the verifier. */
    private static String looked(String task, String shows) {
        String drawn =
                """
                <bpmn:userTask id="TASK" name="Periksa lagi" camunda:candidateGroups="REGENCY_VERIFIER"
                    camunda:formRef="TASK" camunda:formRefBinding="latest">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="shows" value="SHOWN"/>
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:exclusiveGateway id="agreed" default="agreed-no"/>
                <bpmn:sequenceFlow id="answered" sourceRef="TASK" targetRef="agreed"/>
                <bpmn:sequenceFlow id="agreed-yes" sourceRef="agreed" targetRef="approve-proposal">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${secondLook == 'AGREED'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="agreed-no" sourceRef="agreed" targetRef="decide-proposal"/>""";
        return beforeApproval(
                drawn.replace("TASK", task).replace("SHOWN", shows),
                List.of(task, "agreed"),
                List.of("answered", "agreed-yes", "agreed-no"));
    }

    /** The trunk with a task that is done beside the verifier's decision. */
    private static String beside(String more) {
        return pictured(
                trunk().right()
                        .replace(
                                "sourceRef=\"present-to-regency\" targetRef=\"decide-proposal\" />",
                                """
                        sourceRef="present-to-regency" targetRef="fork" />
                        <bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>
                        <bpmn:serviceTask id="second-step" name="Periksa lagi" camunda:expression="${proposalTrunk.presentToRegency()}"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="fork" targetRef="decide-proposal"/>
                        <bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="second-step"/>
                        <bpmn:sequenceFlow id="f3" sourceRef="second-step" targetRef="join"/>
                        <bpmn:sequenceFlow id="f4" sourceRef="join" targetRef="regency-decision"/>"""
                                        + more)
                        .replace(
                                "sourceRef=\"decide-proposal\" targetRef=\"regency-decision\"",
                                "sourceRef=\"decide-proposal\" targetRef=\"join\""),
                List.of("fork", "join", "second-step"),
                List.of("f1", "f2", "f3", "f4"));
    }
}
