package id.siks.processadmin.migration;

import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.processadmin.migration.Migration.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Migrations and who did what with them. */
@Repository
class MigrationRows {

    private static final String SELECT = "select * from processadmin.migration ";

    private final JdbcClient jdbc;
    private final BusinessTime time;

    MigrationRows(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * The last ones, newest in front.
     *
     * @param before only those with a smaller number, or null
     */
    List<Migration> last(Long before, int most) {
        return jdbc.sql(SELECT + "where migration_id < :before order by migration_id desc limit :most")
                .param("before", before == null ? Long.MAX_VALUE : before)
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

    /** How many plans wait for somebody who is none of these accounts. */
    int plannedByOthers(Collection<Long> accounts) {
        return jdbc.sql(
                        """
                        select count(*) from processadmin.migration
                        where state = 'PLANNED' and planned_by <> all(:accounts::bigint[])""")
                .param("accounts", accounts.toArray(Long[]::new))
                .query(Integer.class)
                .single();
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
    Optional<Long> plan(Pair pair, Choice choice, String reason, long by) {
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
            choice.steps().forEach((source, target) -> step(migration, source, target));
            choice.branched().forEach(split -> branch(migration, split));
            note(migration, "PLANNED", by, null);
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

    private void branch(long migration, String split) {
        jdbc.sql("insert into processadmin.migration_branch values (:id, :split)")
                .param("id", migration)
                .param("split", split)
                .update();
    }

    void begin(long id, long by, String words) {
        jdbc.sql(
                        """
                        update processadmin.migration set state = 'RUNNING', begun_by = :by, begun_at = :at
                        where migration_id = :id""")
                .param("id", id)
                .param("by", by)
                .param("at", now())
                .update();
        note(id, "BEGUN", by, words);
    }

    /**
     * Puts it into another state.
     *
     * @param by null for the system
     * @param words why, or null; of the system, names of faults with commas between them
     */
    void put(long id, State state, String deed, Long by, String words) {
        jdbc.sql(
                        """
                        update processadmin.migration
                        set state = :state, ended_at = case when :over then :at::timestamptz end where migration_id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("over", state.isOver())
                .param("at", now())
                .update();
        note(id, deed, by, words);
    }

    private void note(long id, String what, Long by, String words) {
        jdbc.sql(
                        """
                        insert into processadmin.migration_deed (migration_id, what, by, at, words)
                        values (:id, :what, :by, :at, :words)""")
                .param("words", words)
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
                        select what, by, at, words from processadmin.migration_deed
                        where migration_id = :id order by deed_id desc""")
                .param("id", id)
                .query((row, n) -> new Deed(
                        row.getString("what"),
                        row.getObject("by", Long.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("words")))
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
                new Choice(steps(id), branched(id)));
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

    private Set<String> branched(long id) {
        return jdbc.sql("select split from processadmin.migration_branch where migration_id = :id")
                .param("id", id)
                .query(String.class)
                .set();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** What was done about a migration; {@code by} is null for the system, {@code words} where nobody said why. */
    record Deed(String what, Long by, Instant at, String words) {

        /** The faults for which the system stopped it; empty when a person did it. */
        public List<String> faults() {
            return by != null || words == null || words.isEmpty() ? List.of() : List.of(words.split(","));
        }
    }
}
