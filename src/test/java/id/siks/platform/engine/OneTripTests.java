package id.siks.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is sent in one trip, and what is remembered, is as the engine would have it. */
@EngineTest
class OneTripTests {

    private static final String AREA = "1801012001";

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate db;

    @ParameterizedTest
    @ValueSource(ints = {2, 30})
    void rows_for_an_instance_that_has_gone_are_a_lost_race(int rows) {
        ProcessInstance instance = start("proposal-trunk");

        assertThatThrownBy(() -> configuration().getCommandExecutorTxRequired().execute(context -> {
                    var execution = context.getExecutionManager().findExecutionById(instance.getId());
                    for (String table : new String[] {"act_ru_variable", "act_ru_event_subscr", "act_ru_job"}) {
                        String column = "act_ru_job".equals(table) ? "process_instance_id_" : "proc_inst_id_";
                        db.update("delete from " + table + " where " + column + " = ?", instance.getId());
                    }
                    db.update("delete from act_ru_execution where proc_inst_id_ = ?", instance.getId());
                    execution.setVariablesLocal(IntStream.range(0, rows)
                            .boxed()
                            .collect(Collectors.toMap(number -> "answer" + number, number -> true)));
                    return null;
                }))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(start("proposal-trunk")).isNotNull();
    }

    @Test
    void of_many_that_are_removed_together_one_that_somebody_changed_stops_all() {
        List<ProcessInstance> instances =
                Stream.generate(() -> start("proposal-trunk")).limit(30).toList();
        String changed = instances.get(17).getId();

        assertThatThrownBy(() -> removeAll(
                        instances,
                        () -> db.update(
                                "update act_ru_event_subscr set rev_ = rev_ + 1 where proc_inst_id_ = ?", changed)))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(left(instances)).isEqualTo(30);

        removeAll(instances, () -> {});
        assertThat(left(instances)).isZero();
    }

    @Test
    void of_many_that_are_added_together_each_is_as_it_would_be_alone() {
        String alone = start("proposal-trunk").getId();
        List<String> together = configuration().getCommandExecutorTxRequired().execute(context -> Stream.generate(
                        () -> start("proposal-trunk").getId())
                .limit(30)
                .toList());

        for (String table : List.of("act_hi_procinst", "act_hi_actinst", "act_ru_execution", "act_ru_variable")) {
            List<Map<String, Object>> expected = rowsOf(table, alone);
            assertThat(expected).as(table).isNotEmpty();
            assertThat(together)
                    .allSatisfy(id ->
                            assertThat(rowsOf(table, id)).as(table).containsExactlyInAnyOrderElementsOf(expected));
        }
    }

    @Test
    void of_many_that_end_together_each_is_as_it_would_be_alone() {
        ProcessInstance alone = start("proposal-trunk");
        removeAll(List.of(alone), () -> {});
        List<ProcessInstance> together =
                Stream.generate(() -> start("proposal-trunk")).limit(30).toList();
        removeAll(together, () -> {});

        for (String table : List.of("act_hi_procinst", "act_hi_actinst")) {
            List<Map<String, Object>> expected = rowsOf(table, alone.getId());
            assertThat(expected).as(table).isNotEmpty().allSatisfy(row -> assertThat(row.get("end_time_"))
                    .isNotNull());
            assertThat(together).allSatisfy(instance -> assertThat(rowsOf(table, instance.getId()))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"executions", "subscriptions", "variables"})
    void what_is_read_for_many_is_as_the_engine_reads_it_for_one(String question) {
        ProcessInstance instance = start("proposal-trunk");

        List<DbEntity> asked = configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> WaitingInstances.ask(context, question, instance.getId()));

        assertThat(asked).isNotEmpty().allSatisfy(entity -> {
            DbEntity own = configuration()
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.getDbEntityManager().selectById(entity.getClass(), entity.getId()));
            assertThat(entity.getPersistentState()).isEqualTo(own.getPersistentState());
            assertThat(((HasDbRevision) entity).getRevision()).isEqualTo(((HasDbRevision) own).getRevision());
        });
    }

    /** What is not of this instance alone: its keys and moments are taken out. */
    private List<Map<String, Object>> rowsOf(String table, String instance) {
        return db.queryForList("select * from " + table + " where proc_inst_id_ = ?", instance).stream()
                .map(row -> {
                    row.replaceAll((column, value) -> isOwn(column, value) && value != null ? "own" : value);
                    return row;
                })
                .toList();
    }

    private static boolean isOwn(String column, Object value) {
        return value instanceof Timestamp
                || List.of("duration_", "business_key_", "var_scope_").contains(column)
                || column.endsWith("id_") && !List.of("proc_def_id_", "act_id_").contains(column);
    }

    @Test
    void words_are_kept_as_they_were_whatever_letters_they_have() {
        String words = "satu\tdua\ntiga\r\\N \\. 'empat' \u2014 " + "\uD83C\uDFE0";
        List<String> together = configuration().getCommandExecutorTxRequired().execute(context -> Stream.generate(
                        () -> engine.getRuntimeService()
                                .startProcessInstanceByKey(
                                        "proposal-trunk", "UJI-" + UUID.randomUUID(), variables(words))
                                .getId())
                .limit(12)
                .toList());

        assertThat(together)
                .allSatisfy(id -> assertThat(engine.getRuntimeService().getVariable(id, "note"))
                        .isEqualTo(words));
    }

    private static Map<String, Object> variables(String note) {
        return Map.of(EngineVariables.AREA_CODE, AREA, EngineVariables.KIND, "NEW_REGISTRATION", "note", note);
    }

    private void removeAll(List<ProcessInstance> instances, Runnable meanwhile) {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            instances.forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test"));
            meanwhile.run();
            return null;
        });
    }

    private long left(List<ProcessInstance> instances) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceIds(
                        instances.stream().map(ProcessInstance::getId).collect(Collectors.toSet()))
                .count();
    }

    @Test
    void a_version_released_here_is_taken_up_at_once() {
        Deployment first = deploy("Awal");
        ProcessInstance one = start("one-trip");
        Deployment second = deploy("Berikut");
        ProcessInstance other = start("one-trip");

        assertThat(other.getProcessDefinitionId()).isNotEqualTo(one.getProcessDefinitionId());
        engine.getRepositoryService().deleteDeployment(second.getId(), true);
        engine.getRepositoryService().deleteDeployment(first.getId(), true);
    }

    private ProcessInstance start(String process) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        process,
                        "UJI-" + UUID.randomUUID(),
                        Map.of(EngineVariables.AREA_CODE, AREA, EngineVariables.KIND, "NEW_REGISTRATION"));
    }

    private Deployment deploy(String name) {
        return engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "one-trip.bpmn",
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                          <bpmn:process id="one-trip" name="%s" isExecutable="true" camunda:historyTimeToLive="P180D">
                            <bpmn:startEvent id="begun"/>
                            <bpmn:sequenceFlow id="begun-to-ended" sourceRef="begun" targetRef="ended"/>
                            <bpmn:endEvent id="ended"/>
                          </bpmn:process>
                        </bpmn:definitions>"""
                                .formatted(name))
                .deploy();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
