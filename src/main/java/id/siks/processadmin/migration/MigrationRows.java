package id.siks.processadmin.migration;

import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.processadmin.migration.Migration.State;
import id.siks.processadmin.migration.Progress.Stay;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Migrations, their cases and what became of them. */
@Repository
class MigrationRows {

    private static final String SELECT = "select * from processadmin.migration ";
    private static final int REFS = 50;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    MigrationRows(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The last ones, newest in front. */
    List<Migration> last(int most) {
        return jdbc.sql(SELECT + "order by migration_id desc limit :most")
                .param("most", most)
                .query(this::migration)
                .list();
    }

    /** {@link NotFound} when there is none. */
    Migration get(long id) {
        return jdbc.sql(SELECT + "where migration_id = :id")
                .param("id", id)
                .query(this::migration)
                .optional()
                .orElseThrow(() -> new NotFound("migration"));
    }

    /** The same, kept from everybody else until the transaction ends. */
    Migration lock(long id) {
        return jdbc.sql(SELECT + "where migration_id = :id for update")
                .param("id", id)
                .query(this::migration)
                .optional()
                .orElseThrow(() -> new NotFound("migration"));
    }

    /** Those that move cases now. */
    List<Migration> running() {
        return jdbc.sql(SELECT + "where state = 'RUNNING' order by migration_id")
                .query(this::migration)
                .list();
    }

    /** The one that is under way out of this version, if there is one. */
    Optional<Long> underWay(String key, int source) {
        return jdbc.sql(
                        """
                        select migration_id from processadmin.migration
                        where process_key = :key and source_version = :source
                          and state in ('PLANNED', 'RUNNING', 'PAUSED')""")
                .param("key", key)
                .param("source", source)
                .query(Long.class)
                .optional();
    }

    /** Keeps a plan; answers its number, empty when another out of this version is under way. */
    Optional<Long> plan(Pair pair, Map<String, String> steps, String reason, long by) {
        Optional<Long> id = jdbc.sql(
                        """
                        insert into processadmin.migration
                          (process_key, source_version, target_version, state, reason, planned_by, planned_at)
                        values (:key, :source, :target, 'PLANNED', :reason, :by, :at)
                        on conflict do nothing returning migration_id""")
                .param("key", pair.from().key())
                .param("source", pair.from().number())
                .param("target", pair.to().number())
                .param("reason", reason)
                .param("by", by)
                .param("at", now())
                .query(Long.class)
                .optional();
        id.ifPresent(migration -> {
            steps.forEach((source, target) -> step(migration, source, target));
            note(migration, "PLANNED", by);
        });
        return id;
    }

    private void step(long migration, String source, String target) {
        jdbc.sql("insert into processadmin.migration_step values (:id, :source, :target)")
                .param("id", migration)
                .param("source", source)
                .param("target", target)
                .update();
    }

    void begin(long id, long by) {
        jdbc.sql(
                        """
                        update processadmin.migration set state = 'RUNNING', begun_by = :by, begun_at = :at
                        where migration_id = :id""")
                .param("id", id)
                .param("by", by)
                .param("at", now())
                .update();
        note(id, "BEGUN", by);
    }

    /** Puts it into another state; {@code by} is null for the system. */
    void put(long id, State state, String deed, Long by) {
        jdbc.sql(
                        """
                        update processadmin.migration
                        set state = :state, ended_at = case when :over then :at::timestamptz end where migration_id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("over", state.isOver())
                .param("at", now())
                .update();
        note(id, deed, by);
    }

    private void note(long id, String what, Long by) {
        jdbc.sql("insert into processadmin.migration_deed (migration_id, what, by, at) values (:id, :what, :by, :at)")
                .param("id", id)
                .param("what", what)
                .param("by", by)
                .param("at", now())
                .update();
    }

    /** What people did about it, the last in front. */
    List<Deed> deeds(long id) {
        return jdbc.sql(
                        """
                        select what, by, at from processadmin.migration_deed
                        where migration_id = :id order by deed_id desc""")
                .param("id", id)
                .query((row, n) -> new Deed(
                        row.getString("what"),
                        row.getObject("by", Long.class),
                        row.getTimestamp("at").toInstant()))
                .list();
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
                        select root.id_, array(select distinct replace(e.act_id_, '#multiInstanceBody', '')
                            from act_ru_execution e where e.proc_inst_id_ = root.id_ and e.is_active_
                              and not e.is_event_scope_ and e.act_id_ is not null) as steps
                        from act_ru_execution root
                        where root.id_ = any(:instances) and root.parent_id_ is null and root.proc_def_id_ = :definition""")
                .param("instances", instances.toArray(String[]::new))
                .param("definition", definition)
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

    private List<Stay> stays(long id) {
        return jdbc.sql(
                        """
                        select step, fault, count(*) as n, (array_agg(case_ref order by case_ref)
                          filter (where case_ref is not null))[1: %d] as refs
                        from processadmin.migration_case where migration_id = :id and state = 'STAYED'
                        group by step, fault order by n desc, step"""
                                .formatted(REFS))
                .param("id", id)
                .query((row, n) -> new Stay(
                        row.getString("step"),
                        MoveFault.valueOf(row.getString("fault")),
                        row.getLong("n"),
                        texts(row.getArray("refs"))))
                .list();
    }

    private Migration migration(ResultSet row, int index) throws SQLException {
        long id = row.getLong("migration_id");
        return new Migration(
                id,
                row.getString("process_key"),
                row.getInt("source_version"),
                row.getInt("target_version"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getLong("planned_by"),
                instant(row, "planned_at"),
                row.getObject("begun_by", Long.class),
                instant(row, "begun_at"),
                instant(row, "ended_at"),
                steps(id));
    }

    private Map<String, String> steps(long id) {
        Map<String, String> steps = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select source_step, target_step from processadmin.migration_step
                        where migration_id = :id order by source_step""")
                .param("id", id)
                .query(row -> {
                    steps.put(row.getString("source_step"), row.getString("target_step"));
                });
        return steps;
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
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

    /** What was done about a migration; {@code by} is null for the system. */
    record Deed(String what, Long by, Instant at) {}
}
