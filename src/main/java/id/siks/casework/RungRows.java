package id.siks.casework;

import id.siks.identity.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rungs that were told, in the database. */
@Repository
class RungRows {

    private static final String TOLD =
            """
            insert into casework.task_rung
              (task_id, task_key, case_ref, area_code, role, rung, task_due_at, due_at, reached_at, told_role, told)
            select task, key, ref, area, role, rung, task_due, due, reached, told_role, told::bigint[]
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
              ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[])
              as told (task, key, ref, area, role, rung, task_due, due, reached, told_role, told)
            on conflict (task_id, rung, task_due_at) do nothing returning task_id, rung_id""";

    private final JdbcTemplate jdbc;

    RungRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that these rungs are told, at most one of each task; answers the keys of those that were not told before, by task. */
    Map<String, Long> told(List<Climbing.Telling> tellings) {
        Map<String, Long> keys = new HashMap<>();
        jdbc.query(
                TOLD,
                row -> {
                    keys.put(row.getString("task_id"), row.getLong("rung_id"));
                },
                column(tellings, t -> t.task().taskId()),
                column(tellings, t -> t.task().taskKey()),
                column(tellings, t -> t.task().caseRef()),
                column(tellings, t -> t.task().areaCode()),
                column(tellings, t -> t.task().role()),
                column(tellings, t -> t.rung().name()),
                column(tellings, t -> t.task().dueAt().toString()),
                column(tellings, t -> t.plannedAt().toString()),
                column(tellings, t -> t.at().toString()),
                column(tellings, t -> CaseRows.name(t.audience().role())),
                column(tellings, t -> accounts(t.audience())));
        return keys;
    }

    private static String[] column(List<Climbing.Telling> tellings, Function<Climbing.Telling, String> value) {
        return tellings.stream().map(value).toArray(String[]::new);
    }

    /** As the database writes an array. */
    private static String accounts(RungAudience.Audience audience) {
        return audience.accounts().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** What was told of each of these tasks, in the order it was told. */
    Map<String, List<ToldRung>> of(Collection<String> tasks) {
        return jdbc
                .query(
                        "select * from casework.task_rung where task_id = any (?) order by rung_id",
                        RungRows::rung,
                        (Object) tasks.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(ToldRung::taskId));
    }

    /** What was told in the case, the last in front. */
    List<ToldRung> of(CaseRef ref, int most) {
        return jdbc.query(
                "select * from casework.task_rung where case_ref = ? order by rung_id desc limit ?",
                RungRows::rung,
                ref.value(),
                most);
    }

    /** How often each rung was told in the case, by step; the one told last in front. */
    List<RungSum> sums(CaseRef ref) {
        return jdbc.query(
                """
                select task_key, rung, count(*) as told, count(*) filter (where told = '{}') as unheard,
                  count(acted) as acted, max(reached_at) as last
                from casework.task_rung where case_ref = ? group by task_key, rung order by max(rung_id) desc""",
                (row, index) -> new RungSum(
                        row.getString("task_key"),
                        Rung.valueOf(row.getString("rung")),
                        row.getInt("told"),
                        row.getInt("unheard"),
                        row.getInt("acted"),
                        row.getTimestamp("last").toInstant()),
                ref.value());
    }

    /** The task has ended: that answers what was told of it, also where somebody had only begun to move. */
    void ended(String task, ToldRung.Deed deed, Instant at) {
        jdbc.update(
                """
                update casework.task_rung set acted = ?, acted_at = ?
                where task_id = ? and (acted is null or acted in ('TAKEN', 'REMINDED', 'NOTED'))""",
                deed.name(),
                Timestamp.from(at),
                task);
    }

    /** Something was done with the open task: that answers what was told of it so far. */
    void acted(String task, ToldRung.Deed deed, Instant at) {
        jdbc.update(
                "update casework.task_rung set acted = ?, acted_at = ? where task_id = ? and acted is null",
                deed.name(),
                Timestamp.from(at),
                task);
    }

    private static ToldRung rung(ResultSet row, int index) throws SQLException {
        String role = row.getString("told_role");
        String acted = row.getString("acted");
        Timestamp actedAt = row.getTimestamp("acted_at");
        Array told = row.getArray("told");
        return new ToldRung(
                row.getLong("rung_id"),
                row.getString("task_id"),
                row.getString("task_key"),
                Rung.valueOf(row.getString("rung")),
                row.getTimestamp("task_due_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("reached_at").toInstant(),
                role == null ? null : Role.valueOf(role),
                List.of((Long[]) told.getArray()),
                acted == null ? null : ToldRung.Deed.valueOf(acted),
                actedAt == null ? null : actedAt.toInstant());
    }
}
