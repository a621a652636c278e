package id.siks.platform.engine;

import java.util.Date;
import java.util.List;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Select;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Questions about many process instances at once, which the engine itself asks one instance at a time. The answers are the
 * engine's own entities. Keys and ids come as one text, parted by commas. Subscriptions are looked up by execution: there is
 * no index on their instance, and that on the message's name leads to everybody who waits for it; the offset keeps the
 * database from taking that way all the same.
 */
interface WaitingInstances {

    /** Name of these questions in the engine's persistence. */
    String NAME = "id.siks.platform.engine.WaitingInstances.";

    /** What waits for a message, of the instances with these business keys; {@code parameter} is {@link Wanted}. */
    @Select(
            """
            select s.* from act_ru_execution instance
            join act_ru_execution e on e.proc_inst_id_ = instance.id_
            cross join lateral (select * from act_ru_event_subscr where execution_id_ = e.id_ offset 0) s
            where instance.business_key_ = any (string_to_array(#{parameter.keys}, ','))
              and s.event_type_ = 'message' and s.event_name_ = #{parameter.message}""")
    @ResultMap("org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity.eventSubscriptionResultMap")
    List<EventSubscriptionEntity> addressed(ListQueryParameterObject wanted);

    /** The business keys of those that wait for a message; {@code parameter} is {@link Wanted}. */
    @Select(
            """
            select instance.business_key_ from act_ru_execution instance
            join act_ru_execution e on e.proc_inst_id_ = instance.id_
            cross join lateral (select * from act_ru_event_subscr where execution_id_ = e.id_ offset 0) s
            where instance.business_key_ = any (string_to_array(#{parameter.keys}, ','))
              and s.event_type_ = 'message' and s.event_name_ = #{parameter.message}""")
    List<String> waiting(ListQueryParameterObject wanted);

    /** Everything the instances with these ids wait for. */
    @Select(
            """
            select s.* from act_ru_execution e join act_ru_event_subscr s on s.execution_id_ = e.id_
            where e.proc_inst_id_ = any (string_to_array(#{parameter}, ','))""")
    @ResultMap("org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity.eventSubscriptionResultMap")
    List<EventSubscriptionEntity> subscriptions(ListQueryParameterObject instances);

    /** Their executions. */
    @Select("select * from act_ru_execution where proc_inst_id_ = any (string_to_array(#{parameter}, ','))")
    @ResultMap("org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity.executionResultMap")
    List<ExecutionEntity> executions(ListQueryParameterObject instances);

    /** Their variables. */
    @Select("select * from act_ru_variable where proc_inst_id_ = any (string_to_array(#{parameter}, ','))")
    @ResultMap("org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity.variableInstanceResultMap")
    List<VariableInstanceEntity> variables(ListQueryParameterObject instances);

    /** Their jobs. */
    @Select("select * from act_ru_job where process_instance_id_ = any (string_to_array(#{parameter}, ','))")
    @ResultMap("org.camunda.bpm.engine.impl.persistence.entity.JobEntity.jobResultMap")
    List<JobEntity> jobs(ListQueryParameterObject instances);

    /** The timers at open tasks among the jobs with these ids, each with its case. */
    @Select(
            """
            select j.id_, j.process_instance_id_, root.business_key_ from act_ru_job j
            join act_ru_execution root on root.id_ = j.process_instance_id_
            where j.id_ = any (string_to_array(#{parameter}, ',')) and j.type_ = 'timer' and j.handler_cfg_ like '%"""
                    + TaskTimers.ELEMENT + "'")
    List<TaskTimer> taskTimers(ListQueryParameterObject jobs);

    /** When they began and when they may be forgotten. */
    @Select(
            """
            select id_, start_time_, removal_time_ from act_hi_procinst
            where id_ = any (string_to_array(#{parameter}, ','))""")
    List<Begun> begun(ListQueryParameterObject instances);

    /** When the steps with these ids began. */
    @Select(
            """
            select id_, start_time_, removal_time_ from act_hi_actinst
            where id_ = any (string_to_array(#{parameter}, ','))""")
    List<Begun> stepsBegun(ListQueryParameterObject steps);

    /** A row of the history; no entity of the engine, which would take it for one that is written already. */
    record Begun(String id, Date start, Date removal) {}

    /** A timer at an open task: its job, its instance and the key of its case. */
    record TaskTimer(String job, String instance, String caseRef) {}

    /** Asks one of these questions, a method's name, in the running command. */
    @SuppressWarnings("unchecked")
    static <T> List<T> ask(CommandContext context, String question, Object parameter) {
        return (List<T>) context.getDbEntityManager().selectList(NAME + question, parameter);
    }

    /**
     * A message and for whom it is.
     *
     * @param keys business keys, parted by commas
     */
    record Wanted(String message, String keys) {

        /** For the persistence, which reads properties the old way. */
        public String getMessage() {
            return message;
        }

        /** See {@link #getMessage()}. */
        public String getKeys() {
            return keys;
        }
    }
}
