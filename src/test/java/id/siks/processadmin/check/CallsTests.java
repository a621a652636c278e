package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Processes of an administrator's own call each other, but never in a circle, and never those of the application. */
@EngineTest
class CallsTests {

    private static final String FIRST = "test-first";
    private static final String SECOND = "test-second";
    private static final String THIRD = "test-third";

    @Autowired
    ModelCheck check;

    @Autowired
    RepositoryService engine;

    private Deployment deployed;

    @AfterEach
    void nothingIsDeployed() {
        if (deployed != null) {
            engine.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void a_process_that_is_released_is_called() {
        release(OwnProcess.of(SECOND));

        assertThat(refusals(FIRST, SECOND)).isEmpty();
        assertThat(refusals(FIRST, THIRD)).containsExactly("called-unknown");
        assertThat(refusals(FIRST, "field-check")).containsExactly("called-of-application");
    }

    @Test
    void a_circle_through_a_process_that_is_stopped_is_seen() {
        release(OwnProcess.of(FIRST, SECOND), OwnProcess.of(SECOND), OwnProcess.of(THIRD, FIRST));
        engine.suspendProcessDefinitionByKey(FIRST);

        assertThat(refusals(SECOND, THIRD)).containsExactly("calls-itself");
    }

    @Test
    void what_is_handed_under_a_name_the_called_process_does_not_know_is_warned_about() {
        String called = OwnProcess.of(SECOND)
                .replace(
                        "<bpmn:startEvent id=\"s\"/>",
                        "<bpmn:startEvent id=\"s\"/><bpmn:serviceTask id=\"x\" camunda:expression=\"${taskLadder.findRung()}\" camunda:resultVariable=\"found\"/>");
        release(called);

        assertThat(handing("<camunda:in source=\"kind\" target=\"lost\"/>"))
                .containsExactly("called-does-not-know to-" + SECOND + " lost");
        assertThat(handing("<camunda:in source=\"kind\" target=\"found\"/>")).isEmpty();
        assertThat(handing(
                        "<camunda:in source=\"kind\" target=\"lost\"/><camunda:out source=\"lost\" target=\"same\"/>"))
                .as("it only travels")
                .isEmpty();
        assertThat(handing("<camunda:in variables=\"all\"/>")).isEmpty();
    }

    /** What the check says about values a process hands to another one. */
    private List<String> handing(String handed) {
        String call = "calledElement=\"" + SECOND + "\"";
        return check
                .check(
                        ModelKind.BPMN,
                        FIRST,
                        OwnProcess.of(FIRST, SECOND)
                                .replace(
                                        call + "/>",
                                        call + "><bpmn:extensionElements>" + handed
                                                + "</bpmn:extensionElements></bpmn:callActivity>"))
                .warnings()
                .stream()
                .filter(finding -> finding.rule().equals(Rule.CALLED_DOES_NOT_KNOW.code()))
                .map(finding -> finding.rule() + " " + finding.element() + " "
                        + finding.args().get(2))
                .toList();
    }

    @Test
    void a_task_of_another_process_is_not_drawn_again() {
        release(OwnProcess.of(SECOND)
                .replace("<bpmn:endEvent", "<bpmn:userTask id=\"look-again\" name=\"Periksa\"/><bpmn:endEvent"));
        String drawn = "<bpmn:userTask id=\"look-again\"/><bpmn:endEvent";

        assertThat(elsewhere(FIRST, OwnProcess.of(FIRST).replace("<bpmn:endEvent", drawn)))
                .containsExactly("look-again " + SECOND + " 1 0 " + SECOND);
        assertThat(elsewhere(SECOND, OwnProcess.of(SECOND).replace("<bpmn:endEvent", drawn)))
                .as("another version of the same process")
                .isEmpty();
        assertThat(elsewhere(FIRST, OwnProcess.of(FIRST).replace("<bpmn:endEvent", drawn.replace("again", "twice"))))
                .isEmpty();
    }

    @Test
    void what_two_processes_share_already_keeps_neither_from_being_changed() {
        String task = "<bpmn:userTask id=\"look-again\"/><bpmn:endEvent";
        String first = OwnProcess.of(FIRST).replace("<bpmn:endEvent", task);
        release(first, OwnProcess.of(SECOND).replace("<bpmn:endEvent", task));
        String changed = first.replace("name=\"" + FIRST, "name=\"Lain");
        assertThat(changed).isNotEqualTo(first);

        assertThat(elsewhere(FIRST, changed)).isEmpty();
        assertThat(said(
                        Rule.TASK_SHARED,
                        check.check(ModelKind.BPMN, FIRST, changed).warnings()))
                .containsExactly("look-again " + SECOND + " 1 0 " + SECOND);
        assertThat(elsewhere(THIRD, OwnProcess.of(THIRD).replace("<bpmn:endEvent", task)))
                .as("a third one does not begin to share it")
                .hasSize(2);
    }

    private List<String> elsewhere(String key, String file) {
        return said(Rule.TASK_ELSEWHERE, check.check(ModelKind.BPMN, key, file).refusals());
    }

    private static List<String> said(Rule rule, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .map(finding -> finding.element() + " "
                        + finding.args().subList(1, 5).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private void release(String... files) {
        var deployment = engine.createDeployment();
        for (int i = 0; i < files.length; i++) {
            deployment.addString("proposal/test-" + i + ".bpmn", files[i]);
        }
        deployed = deployment.deploy();
    }

    private List<String> refusals(String key, String called) {
        return check.check(ModelKind.BPMN, key, OwnProcess.of(key, called)).refusals().stream()
                .map(Finding::rule)
                .toList();
    }
}
