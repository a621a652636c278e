package id.siks.processadmin.check;

import static id.siks.processadmin.check.Trunk.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a form or a table is to bring as long as a diagram in use reads it. */
@EngineTest
class StillReadTests {

    private static final String SECOND_LOOK =
            Hostile.text(Path.of("src/test/resources/forms/worklist/second-look.form"));

    @Autowired
    ModelCheck check;

    @Autowired
    RepositoryService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CheckWords words;

    @Test
    void a_form_keeps_asking_what_a_gateway_in_force_reads() {
        Deployment inForce = secondLook("AGREED");
        try {
            assertThat(check.check(ModelKind.FORM, "second-look", SECOND_LOOK).refusals())
                    .isEmpty();
            assertThat(stillRead(SECOND_LOOK.replace("\"required\": true", "\"required\": false")))
                    .containsExactly("Periksa dua kali 1 0 ${secondLook == 'AGREED'}");
            assertThat(stillRead(SECOND_LOOK.replace("\"AGREED\"", "\"YES\"")))
                    .containsExactly("Periksa dua kali 1 0 ${secondLook == 'AGREED'}");
        } finally {
            engine.deleteDeployment(inForce.getId(), true);
        }
    }

    @Test
    void a_form_keeps_asking_what_an_older_version_reads_while_cases_run_on_it() {
        Deployment older = secondLook("AGREED");
        runtime.startProcessInstanceByKey("test-second-look");
        runtime.startProcessInstanceByKey("test-second-look");
        Deployment latest = secondLook("OPPOSED");
        String without = SECOND_LOOK.replace("\"AGREED\"", "\"YES\"");
        try {
            assertThat(stillRead(without)).containsExactly("Periksa dua kali 1 2 ${secondLook == 'AGREED'}");
            assertThat(stillRead(without.replace("\"OPPOSED\"", "\"NO\"")))
                    .containsExactlyInAnyOrder(
                            "Periksa dua kali 1 2 ${secondLook == 'AGREED'}",
                            "Periksa dua kali 2 0 ${secondLook == 'OPPOSED'}");

            runtime.createProcessInstanceQuery()
                    .processDefinitionKey("test-second-look")
                    .list()
                    .forEach(running -> runtime.deleteProcessInstance(running.getId(), "no longer"));
            assertThat(stillRead(without)).isEmpty();
        } finally {
            engine.deleteDeployment(latest.getId(), true);
            engine.deleteDeployment(older.getId(), true);
        }
    }

    private Deployment secondLook(String wanted) {
        return engine.createDeployment()
                .addString(
                        "worklist/test-second-look.bpmn",
                        Hostile.text(Path.of("src/test/resources/worklist/test-second-look.bpmn"))
                                .replace("'AGREED'", "'" + wanted + "'")
                                // Its cases wait at once: no desk has to know them.
                                .replace("name=\"Diminta\"", "name=\"Diminta\" camunda:asyncBefore=\"true\""))
                .deploy();
    }

    /** Who still reads what the form no longer asks: name, version, cases and condition. */
    private List<String> stillRead(String form) {
        return check.check(ModelKind.FORM, "second-look", form).refusals().stream()
                .filter(finding -> finding.rule().equals(Rule.ANSWER_STILL_READ.code()))
                .peek(words::areSaid)
                .peek(finding -> assertThat(finding.element()).isEqualTo("secondLook"))
                .map(finding -> finding.args().subList(1, 5).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void a_table_keeps_asking_and_answering_what_the_diagrams_that_ask_it_have_and_wait_for() {
        Deployment older = weather("NORTH");
        runtime.startProcessInstanceByKey("test-weather");
        Deployment latest = weather("SOUTH");
        try {
            assertThat(readers(Weather.TABLE)).isEmpty();
            assertThat(readers(Weather.TABLE.replace("<text>kind</text>", "<text>wind</text>")))
                    .containsExactly(
                            "table-reader-lacks asks Angin 2 0 wind", "table-reader-lacks asks Angin 1 1 wind");
            assertThat(readers(Weather.TABLE.replace("\"NORTH\"", "\"EAST\"")))
                    .containsExactly("table-still-read wind Angin 1 1 ${windResult == 'NORTH'}");
            assertThat(readers(Weather.TABLE.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"RULE ORDER\"")))
                    .containsExactlyInAnyOrder(
                            "table-still-read wind Angin 2 0 ${windResult == 'SOUTH'}",
                            "table-still-read wind Angin 1 1 ${windResult == 'NORTH'}");
        } finally {
            engine.deleteDeployment(latest.getId(), true);
            engine.deleteDeployment(older.getId(), true);
        }
    }

    /** A made-up process that waits before it asks the table. */
    private Deployment weather(String wanted) {
        return engine.createDeployment()
                .addString(
                        "bpmn/proposal/test-weather.bpmn",
                        """
                        <bpmn:definitions xmlns:bpmn="%s" xmlns:camunda="%s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="x">
                          <bpmn:process id="test-weather" name="Angin" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <bpmn:startEvent id="s" camunda:asyncBefore="true"/>
                            <bpmn:sequenceFlow id="a" sourceRef="s" targetRef="ask"/>
                            <bpmn:businessRuleTask id="ask" camunda:decisionRef="wind" camunda:resultVariable="windResult" camunda:mapDecisionResult="singleEntry"/>
                            <bpmn:sequenceFlow id="b" sourceRef="ask" targetRef="g"/>
                            <bpmn:exclusiveGateway id="g" default="d"/>
                            <bpmn:sequenceFlow id="c" sourceRef="g" targetRef="e">
                              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${windResult == '%s'}</bpmn:conditionExpression>
                            </bpmn:sequenceFlow>
                            <bpmn:sequenceFlow id="d" sourceRef="g" targetRef="e"/>
                            <bpmn:endEvent id="e"/>
                          </bpmn:process>
                        </bpmn:definitions>"""
                                .formatted(BpmnSpaces.BPMN, BpmnSpaces.CAMUNDA, wanted))
                .deploy();
    }

    /** What diagrams miss in the table: rule, element, name, version, cases and what. */
    private List<String> readers(String table) {
        return check.check(ModelKind.DMN, "wind", table).refusals().stream()
                .peek(words::areSaid)
                .map(finding -> Stream.concat(
                                Stream.of(finding.rule(), finding.element()), finding.args().subList(1, 5).stream())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
