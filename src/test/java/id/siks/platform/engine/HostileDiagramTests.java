package id.siks.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.platform.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requirement 4: whatever a diagram or a decision table says, it reaches nothing but variables and steps. */
@EngineTest
class HostileDiagramTests {

    private static final String TOUCH =
            "''.getClass().forName('id.siks.platform.engine.HostileDiagramTests').getMethod('touch').invoke(null)";

    private static final Instant MOVED = Instant.parse("2099-01-01T00:00:00Z");

    private static boolean touched;

    @Autowired
    ProcessEngine engine;

    @Autowired
    BusinessTime time;

    private Deployment deployment;

    @BeforeEach
    void forget() {
        touched = false;
        time.moveTo(MOVED);
    }

    @AfterEach
    void remove() {
        if (deployment != null) {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
        assertThat(touched).isFalse();
        assertThat(time.now()).isAfter(MOVED);
    }

    public static String touch() {
        touched = true;
        return "touched";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='step' scriptFormat='juel'><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id='step' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id='step' scriptFormat='groovy' camunda:resource='classpath://x.groovy'/>",
                "<bpmn:serviceTask id='step' camunda:class='id.siks.platform.engine.HostileDiagramTests$Touching'/>",
                "<bpmn:serviceTask id='step' camunda:delegateExpression='${businessTime}'/>",
                "<bpmn:serviceTask id='step' camunda:type='shell'><bpmn:extensionElements><camunda:field name='command'"
                        + " stringValue='touch'/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='step' camunda:type='mail'/>",
                "<bpmn:sendTask id='step' camunda:class='id.siks.platform.engine.HostileDiagramTests$Touching'/>",
                "<bpmn:serviceTask id='step' camunda:expression='${1}'><bpmn:extensionElements><camunda:connector>"
                        + "<camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"
                        + "</bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:userTask id='step'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>501"
                        + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:taskListener event='create'"
                        + " class='id.siks.platform.engine.HostileDiagramTests$Touching'/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:executionListener event='start'>"
                        + "<camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:executionListener>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='step'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>"
                        + "<camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:inputParameter>"
                        + "</camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>"
            })
    void a_diagram_that_names_code_is_not_taken(String element) {
        assertThatThrownBy(
                        () -> deployment = Diagrams.deploy(engine, "hostile.bpmn", Diagrams.around("hostile", element)))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("hostile")
                        .count())
                .isZero();
    }

    @Test
    void a_signal_that_a_job_would_deliver_later_is_not_taken() {
        String signal = "<bpmn:intermediateThrowEvent id='step'><bpmn:signalEventDefinition signalRef='late'"
                + " camunda:async='%s'/></bpmn:intermediateThrowEvent>";
        assertThatThrownBy(() -> deployment = Diagrams.deploy(engine, "hostile.bpmn", withSignal(signal, true)))
                .hasMessageContaining("asynchronous signal");
        deployment = Diagrams.deploy(engine, "harmless.bpmn", withSignal(signal, false));
    }

    private static String withSignal(String element, boolean async) {
        return Diagrams.around("hostile", element.formatted(async))
                .replace("<bpmn:process", "<bpmn:signal id='late' name='late'/><bpmn:process");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${" + TOUCH + "}",
                "#{" + TOUCH + "}",
                "${word.getClass()}",
                "${word.bytes}",
                "${word.length()}",
                "${execution.setVariable('own', 1)}",
                "${execution.processEngineServices.repositoryService}",
                "${execution}",
                "${caseExecution}",
                "${task}",
                "${authenticatedUserId}",
                "${businessTime.release()}",
                "${dataSource.connection}",
                "${dataSource}",
                "${environment.getProperty('user.home')}",
                "${systemProperties}",
                "${applicationContext.close()}"
            })
    void an_expression_reaches_nothing_but_variables(String expression) {
        deployment = Diagrams.deploy(
                engine,
                "hostile.bpmn",
                Diagrams.around("hostile", "<bpmn:serviceTask id='step' camunda:expression=\"" + expression + "\"/>"));

        assertThatThrownBy(() -> start("hostile")).isInstanceOf(ProcessEngineException.class);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("hostile")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:executionListener event='start' expression=\"${" + TOUCH + "}\"/>",
                "<camunda:taskListener event='create' expression=\"${" + TOUCH + "}\"/>",
                "<camunda:inputOutput><camunda:inputParameter name='x'>${" + TOUCH
                        + "}</camunda:inputParameter></camunda:inputOutput>"
            })
    void a_listener_reaches_nothing_either(String listener) {
        deployment = Diagrams.deploy(
                engine,
                "hostile.bpmn",
                Diagrams.around(
                        "hostile",
                        "<bpmn:userTask id='step'><bpmn:extensionElements>" + listener
                                + "</bpmn:extensionElements></bpmn:userTask>"));

        assertThatThrownBy(() -> start("hostile")).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void a_variable_may_still_be_read_and_compared() {
        deployment = Diagrams.deploy(
                engine,
                "friendly.bpmn",
                Diagrams.around(
                        "friendly",
                        "<bpmn:serviceTask id='step' camunda:expression=\"${word == 'kata'}\""
                                + " camunda:resultVariable='same'/>"));

        assertThat(engine.getRuntimeService()
                        .createProcessInstanceByKey("friendly")
                        .setVariables(variables())
                        .executeWithVariablesInReturn()
                        .getVariables())
                .containsEntry("same", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "juel|${" + TOUCH + "}",
                "juel|${businessTime.release()}",
                "javascript|1",
                "groovy|1",
                "feel|{ f: function(a) external { java: { class: \"java.lang.Math\", method signature: \"abs(double)\" } }, r: f(1) }.r + 1 > 0",
            })
    void a_decision_table_reaches_nothing_either(String languageAndExpression) {
        String[] parts = languageAndExpression.split("\\|", 2);
        String expression = parts[1].replace("&", "&amp;").replace("<", "&lt;");
        assertThatThrownBy(() -> {
                    deployment = Diagrams.deploy(
                            engine, "hostile.dmn", Diagrams.table("hostile-table", parts[0], expression));
                    Object found = engine.getDecisionService()
                            .evaluateDecisionTableByKey("hostile-table", variables())
                            .getSingleResult();
                    throw new AssertionError("decided " + found);
                })
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void a_query_takes_no_expressions() {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .taskAssigneeExpression("${" + TOUCH + "}")
                        .list())
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${" + TOUCH + "}")
                        .endOr()
                        .list())
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void an_activity_spreads_over_500_branches_and_not_over_more() {
        deployment = Diagrams.deploy(
                engine,
                "spreading.bpmn",
                Diagrams.around(
                        "spreading",
                        "<bpmn:serviceTask id='step' camunda:expression='${word}'><bpmn:multiInstanceLoopCharacteristics"
                                + " camunda:collection='branches' camunda:elementVariable='word'/></bpmn:serviceTask>"));

        spread(500);
        assertThatThrownBy(() -> spread(501))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("501 branches");
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("spreading")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void branches_within_branches_are_counted_together() {
        String each = "<bpmn:multiInstanceLoopCharacteristics camunda:collection='branches'/>";
        deployment = Diagrams.deploy(
                engine,
                "spreading.bpmn",
                Diagrams.around(
                        "spreading",
                        "<bpmn:subProcess id='step'>" + each
                                + "<bpmn:startEvent id='inside'/><bpmn:sequenceFlow id='on' sourceRef='inside' targetRef='inner'/>"
                                + "<bpmn:serviceTask id='inner' camunda:expression='${branches}'>" + each
                                + "</bpmn:serviceTask></bpmn:subProcess>"));

        assertThatThrownBy(() -> spread(101))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("10201 branches within branches");
        spread(3);
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .activityId("inner")
                        .count())
                .isEqualTo(9);
    }

    private void spread(int branches) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "spreading",
                        Variables.putValue(
                                "branches", Variables.untypedValue(Collections.nCopies(branches, "kata"), true)));
    }

    @Test
    void a_java_object_is_not_taken_as_a_variable() {
        deployment = Diagrams.deploy(engine, "waiting.bpmn", Diagrams.around("waiting", "<bpmn:userTask id='step'/>"));

        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "waiting",
                                Map.of(
                                        "own",
                                        Variables.objectValue(Duration.ZERO)
                                                .serializationDataFormat("application/x-java-serialized-object")
                                                .create())))
                .isInstanceOf(ProcessEngineException.class);
    }

    private void start(String key) {
        engine.getRuntimeService().startProcessInstanceByKey(key, variables());
    }

    private static Map<String, Object> variables() {
        return Map.of("word", "kata");
    }

    /** What a diagram would call if it could. */
    public static class Touching implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            touch();
        }
    }
}
