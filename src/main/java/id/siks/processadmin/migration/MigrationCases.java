package id.siks.processadmin.migration;

import id.siks.platform.BusinessTime;
import id.siks.processadmin.migration.Progress.Stay;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases of a migration and what became of them. */
@Repository
class MigrationCases {

    private final JdbcClient jdbc;
    private final LongAnswers answers;
    private final BusinessTime time;

    MigrationCases(JdbcClient jdbc, LongAnswers answers, BusinessTime time) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.time = time;
    }

    /** Takes in the cases that follow the version and are not known yet; answers how many. */
    int enrol(long id, String definition) {
        return jdbc.sql(
                        """
                        insert into processadmin.migration_case (migration_id, instance_id, case_ref, state, at)
                        select :id, e.id_, e.business_key_, 'WAITING', :at from act_ru_execution e
                        where e.proc_def_id_ = :definition and e.parent_id_ is null
                        on conflict do nothing""")
                .param("id", id)
                .param("definition", definition)
                .param("at", now())
                .update();
    }

    /** The next cases, kept from everybody else until the transaction ends; those that were tried least in front. */
    List<Case> next(long id, int most) {
        return jdbc.sql(
                        """
                        select instance_id, case_ref from processadmin.migration_case
                        where migration_id = :id and state = 'WAITING'
                        order by attempts, instance_id limit :most for update skip locked""")
                .param("id", id)
                .param("most", most)
                .query((row, n) -> new Case(row.getString("instance_id"), row.getString("case_ref")))
                .list();
    }

    /** The case, if it still waits, kept from everybody else until the transaction ends. */
    List<Case> next(long id, String instance) {
        return jdbc.sql(
                        """
                        select instance_id, case_ref from processadmin.migration_case
                        where migration_id = :id and instance_id = :instance and state = 'WAITING' for update""")
                .param("id", id)
                .param("instance", instance)
                .query((row, n) -> new Case(row.getString("instance_id"), row.getString("case_ref")))
                .list();
    }

    /** Those of the cases that run and follow the version, each with the steps it is at. */
    Map<String, List<String>> standing(Collection<String> instances, String definition) {
        Map<String, List<String>> standing = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select root.id_, array(select distinct replace(e.act_id_, :body, '')
                            from act_ru_execution e where e.proc_inst_id_ = root.id_ and e.is_active_
                              and not e.is_event_scope_ and e.act_id_ is not null) as steps
                        from act_ru_execution root
                        where root.id_ = any(:instances) and root.parent_id_ is null and root.proc_def_id_ = :definition""")
                .param("instances", instances.toArray(String[]::new))
                .param("definition", definition)
                .param("body", BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX)
                .query(row -> {
                    standing.put(row.getString("id_"), texts(row.getArray("steps")));
                });
        return standing;
    }

    void moved(long id, Collection<String> instances) {
        settle(id, instances, "MOVED");
    }

    void gone(long id, Collection<String> instances) {
        settle(id, instances, "GONE");
    }

    private void settle(long id, Collection<String> instances, String state) {
        if (!instances.isEmpty()) {
            jdbc.sql(
                            """
                            update processadmin.migration_case set state = :state, at = :at
                            where migration_id = :id and instance_id = any(:instances)""")
                    .param("id", id)
                    .param("state", state)
                    .param("instances", instances.toArray(String[]::new))
                    .param("at", now())
                    .update();
        }
    }

    void stayed(long id, String instance, Objection why) {
        jdbc.sql(
                        """
                        update processadmin.migration_case set state = 'STAYED', step = :step, fault = :fault, at = :at
                        where migration_id = :id and instance_id = :instance""")
                .param("id", id)
                .param("instance", instance)
                .param("step", why.step())
                .param("fault", why.fault().name())
                .param("at", now())
                .update();
    }

    /** Counts a try that came to nothing; answers how many there were. */
    int failed(long id, String instance) {
        return jdbc.sql(
                        """
                        update processadmin.migration_case set attempts = attempts + 1
                        where migration_id = :id and instance_id = :instance returning attempts""")
                .param("id", id)
                .param("instance", instance)
                .query(Integer.class)
                .single();
    }

    /** How far it is. */
    Progress progress(long id) {
        Map<CaseState, Long> counts = new EnumMap<>(CaseState.class);
        jdbc.sql("select state, count(*) as n from processadmin.migration_case where migration_id = :id group by state")
                .param("id", id)
                .query(row -> {
                    counts.put(CaseState.valueOf(row.getString("state")), row.getLong("n"));
                });
        return new Progress(
                counts.getOrDefault(CaseState.WAITING, 0L),
                counts.getOrDefault(CaseState.MOVED, 0L),
                counts.getOrDefault(CaseState.STAYED, 0L),
                counts.getOrDefault(CaseState.GONE, 0L),
                stays(id));
    }

    /** Why cases stayed, the most frequent reason in front. */
    private List<Stay> stays(long id) {
        return jdbc.sql(
                        """
                        select step, fault, count(*) as n, (array_agg(case_ref order by case_ref)
                          filter (where case_ref is not null))[1: :shown] as refs
                        from processadmin.migration_case where migration_id = :id and state = 'STAYED'
                        group by step, fault order by n desc, step""")
                .param("id", id)
                .param("shown", Stay.SHOWN)
                .query((row, n) -> new Stay(
                        row.getString("step"),
                        MoveFault.valueOf(row.getString("fault")),
                        row.getLong("n"),
                        texts(row.getArray("refs"))))
                .list();
    }

    /** Tells every case that stayed, reason by reason; a reference is null when the case has none. */
    void eachStay(long id, BiConsumer<Objection, String> told) {
        answers.each(
                """
                select step, fault, case_ref from processadmin.migration_case
                where migration_id = :id and state = 'STAYED' order by fault, step, case_ref""",
                Map.of("id", id),
                row -> told.accept(
                        new Objection(row.getString("step"), MoveFault.valueOf(row.getString("fault"))),
                        row.getString("case_ref")));
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** What became of a case. */
    private enum CaseState {
        WAITING,
        MOVED,
        STAYED,
        GONE
    }

    /** A case by the engine's id, with its reference or null. */
    record Case(String instance, String ref) {}
}
