package id.siks.worklist.tasks;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.TestCases;
import id.siks.casework.Timeline;
import id.siks.identity.Actor;
import id.siks.platform.engine.EngineMessages;
import id.siks.platform.engine.EngineTasks;
import id.siks.platform.forms.FormSchemas;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorklistTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a called process does, it does at the case of its caller. */
class CalledProcessTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("5312042001");
    private static final String CALLING = "test-calling";
    private static final String CALLED = "test-called";

    private static final String HEAD =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="x">
              <bpmn:message id="ended" name="test-ended"/><bpmn:escalation id="late" escalationCode="task-delayed"/>
              <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D"><bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>%s</bpmn:process>
            </bpmn:definitions>""";
    private static final String CALLER =
            """
            <bpmn:callActivity id="call" name="Periksa lagi" calledElement="test-called">
              <bpmn:extensionElements><camunda:out source="secondLook" target="looked"/></bpmn:extensionElements>
            </bpmn:callActivity>
            <bpmn:subProcess id="death" triggeredByEvent="true">
              <bpmn:startEvent id="died"><bpmn:messageEventDefinition messageRef="ended"/></bpmn:startEvent>
              <bpmn:endEvent id="over"/><bpmn:sequenceFlow id="f3" sourceRef="died" targetRef="over"/>
            </bpmn:subProcess>
            <bpmn:subProcess id="task-ladder" triggeredByEvent="true">
              <bpmn:startEvent id="task-delayed" isInterrupting="false"><bpmn:escalationEventDefinition escalationRef="late"/></bpmn:startEvent>
              <bpmn:serviceTask id="find-rung" camunda:expression="${taskLadder.findRung()}"/><bpmn:endEvent id="found"/>
              <bpmn:sequenceFlow id="f4" sourceRef="task-delayed" targetRef="find-rung"/>
              <bpmn:sequenceFlow id="f5" sourceRef="find-rung" targetRef="found"/>
            </bpmn:subProcess>
            <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="call"/><bpmn:sequenceFlow id="f2" sourceRef="call" targetRef="e"/>
            """;
    private static final String WORK =
            """
            <bpmn:serviceTask id="step" camunda:expression="${callNotes.note()}"/>
            <bpmn:userTask id="second-look" name="Periksa lagi" camunda:candidateGroups="REGENCY_VERIFIER" camunda:formRef="second-look" camunda:formRefBinding="latest"/>
            <bpmn:boundaryEvent id="second-look-delayed" attachedToRef="second-look" cancelActivity="false">
              <bpmn:timerEventDefinition><bpmn:timeDate>${taskLadder.nextRungAt()}</bpmn:timeDate></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:endEvent id="second-look-escalated"><bpmn:escalationEventDefinition escalationRef="late"/></bpmn:endEvent>
            <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="step"/><bpmn:sequenceFlow id="f2" sourceRef="step" targetRef="second-look"/>
            <bpmn:sequenceFlow id="f3" sourceRef="second-look" targetRef="e"/>
            <bpmn:sequenceFlow id="f4" sourceRef="second-look-delayed" targetRef="second-look-escalated"/>
            """;

    @Autowired
    TestCases cases;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    EngineMessages messages;

    @Autowired
    EngineTasks engineTasks;

    @Autowired
    Timeline timeline;

    @Autowired
    FormSchemas schemas;

    @Autowired
    CallNotes notes;

    private Deployment deployed;
    private CaseRef ref;

    @BeforeEach
    void aCaseWhoseProcessCallsAnother() {
        deployed = repository
                .createDeployment()
                .addString("worklist/test-called.bpmn", HEAD.formatted(CALLED, WORK))
                .addString("worklist/test-calling.bpmn", HEAD.formatted(CALLING, CALLER))
                .deploy();
        ref = cases.open(CALLING, VILLAGE, "Keluarga Uji", null);
    }

    @AfterEach
    void nothingRunsAnyMore() {
        repository.deleteDeployment(deployed.getId(), true);
    }

    @Test
    void its_step_its_task_and_its_timer_know_the_case() {
        assertThat(notes.last()).isEqualTo(ref);
        WorkItem item = items.find(task().getId()).orElseThrow();
        assertThat(item.ref()).isEqualTo(ref);
        assertThat(item.area()).isEqualTo(VILLAGE);
        assertThat(engineTasks.openId(ref.value(), "second-look")).isEqualTo(task().getId());
        assertThat(instances())
                .extracting(HistoricProcessInstance::getProcessDefinitionKey)
                .containsExactlyInAnyOrder(CALLING, CALLED);
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .processDefinitionKey(CALLED)
                        .list())
                .singleElement()
                .satisfies(timer -> assertThat(timer.getDuedate()).isNotNull());
    }

    @Test
    void its_answer_leads_the_caller_on_and_stands_in_the_timeline() throws Exception {
        Actor verifier = people.verifier(VILLAGE.at(AreaLevel.REGENCY));
        String task = task().getId();
        String page = "/worklist/tasks/" + task;
        claim(task, verifier);
        mvc.perform(get(page).with(with(verifier))).andExpect(status().isOk());

        mvc.perform(post(page + "/complete")
                        .with(with(verifier))
                        .with(csrf())
                        .param("key", UUID.randomUUID().toString())
                        .param(
                                "version",
                                Integer.toString(items.find(task).orElseThrow().version()))
                        .param("form", schemas.of("second-look").fingerprint())
                        .param("secondLook", "AGREED"))
                .andExpect(redirectedUrl("/worklist?done=" + task));

        assertThat(timeline.of(ref)).extracting(entry -> entry.what()).contains("drawn-task-done");
        assertThat(instances()).allMatch(instance -> instance.getEndTime() != null);
        assertThat(values(CALLING)).containsEntry("looked", "AGREED");
        assertThat(values(CALLED)).containsEntry("areaCode", VILLAGE.value()).containsEntry("kind", "TEST");
    }

    @Test
    void the_ladder_of_its_caller_hears_its_timer() {
        Job timer = management
                .createJobQuery()
                .timers()
                .processDefinitionKey(CALLED)
                .singleResult();

        management.executeJob(timer.getId());

        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("find-rung")
                        .processInstanceId(instance(CALLING))
                        .finished()
                        .count())
                .isEqualTo(1);
        assertThat(task()).as("it is still to be done").isNotNull();
    }

    @Test
    void what_ends_the_caller_ends_it_too() {
        String task = task().getId();

        assertThat(messages.tell("test-ended", List.of(ref.value()), Map.of())).isEqualTo(1);

        assertThat(instances()).allMatch(instance -> instance.getEndTime() != null);
        assertThat(items.find(task)).get().extracting(WorkItem::isOpen).isEqualTo(false);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ref.value())
                        .count())
                .isZero();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(ref.value()).singleResult();
    }

    private List<HistoricProcessInstance> instances() {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .list();
    }

    private String instance(String process) {
        return instances().stream()
                .filter(each -> each.getProcessDefinitionKey().equals(process))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private Map<String, Object> values(String process) {
        return history.createHistoricVariableInstanceQuery().processInstanceId(instance(process)).list().stream()
                .collect(Collectors.toMap(HistoricVariableInstance::getName, HistoricVariableInstance::getValue));
    }
}
