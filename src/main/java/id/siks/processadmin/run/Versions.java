package id.siks.processadmin.run;

import id.siks.platform.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The versions the engine has and what waits in them. Cases are counted by the executions that have no parent, steps
 * from the rows of one version.
 */
@Component
public class Versions {

    // All cases are counted in one pass: a look for each version may be, by the statistics of the day, a pass over all
    // of them.
    private static final String SELECT =
            """
            with known as (select * from act_re_procdef %s),
            running as (
              select proc_def_id_, count(*) as n from act_ru_execution
              where parent_id_ is null and proc_def_id_ in (select id_ from known) group by 1),
            failed as (
              select proc_def_id_, count(*) as n from act_ru_incident
              where proc_def_id_ in (select id_ from known) group by 1)
            select d.id_, d.key_, coalesce(d.name_, d.key_) as name_, d.version_, d.suspension_state_, p.deploy_time_,
              d.version_ = max(d.version_) over (partition by d.key_) as latest,
              coalesce(running.n, 0) as running, coalesce(failed.n, 0) as incidents,
              exists (select 1 from processadmin.migration m where m.process_key = d.key_
                and m.target_version = d.version_ and m.ended_at is null) as awaited
            from known d join act_re_deployment p on p.id_ = d.deployment_id_
            left join running on running.proc_def_id_ = d.id_ left join failed on failed.proc_def_id_ = d.id_
            """;

    private static final String ALL = SELECT.formatted("");
    private static final String ONE = SELECT.formatted("where key_ = :key");

    // A process is called as its newest version is, and may have been called otherwise before.
    static final String BY_NAME =
            """
            order by first_value(coalesce(d.name_, d.key_)) over (partition by d.key_ order by d.version_ desc),
              d.key_, d.version_ desc""";

    private static final int SUSPENDED = 2;

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, newest in front, by process and in the order of what processes are called now. */
    public Map<String, List<Version>> all() {
        Map<String, List<Version>> all = new LinkedHashMap<>();
        jdbc.sql(ALL + BY_NAME).query(Versions::version).list().forEach(v -> all.computeIfAbsent(
                        v.key(), key -> new ArrayList<>())
                .add(v));
        return all;
    }

    /** Those of one process, newest in front; none when the engine has no such process. */
    public List<Version> of(String key) {
        return jdbc.sql(ONE + "order by d.version_ desc")
                .param("key", key)
                .query(Versions::version)
                .list();
    }

    /** One of them; {@link NotFound} when there is none. */
    public Version get(String key, int number) {
        return of(key).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("version of a process"));
    }

    /** How many cases wait at each element of the version, by its id. */
    Map<String, Long> waiting(String definition) {
        return counts(
                """
                select act_id_ as step, count(*) as n from act_ru_execution
                where proc_def_id_ = :definition and is_active_ and not is_event_scope_ and act_id_ is not null
                group by act_id_""",
                definition);
    }

    /** How many steps failed for good at each element of the version, by its id. */
    Map<String, Long> failed(String definition) {
        return counts(
                """
                select coalesce(failed_activity_id_, activity_id_) as step, count(*) as n from act_ru_incident
                where proc_def_id_ = :definition and coalesce(failed_activity_id_, activity_id_) is not null
                group by 1""",
                definition);
    }

    /** References of some cases that wait at the element: to say which are the oldest all would have to be read. */
    List<Waiting> waitingAt(String definition, String element, int most) {
        return jdbc.sql(
                        """
                        with some_cases as (
                          select proc_inst_id_ from act_ru_execution
                          where proc_def_id_ = :definition and act_id_ = :element and is_active_ and not is_event_scope_
                          limit :most)
                        select h.business_key_, h.start_time_ from some_cases
                        join act_hi_procinst h on h.id_ = some_cases.proc_inst_id_
                        where h.business_key_ is not null order by h.start_time_""")
                .param("definition", definition)
                .param("element", element)
                .param("most", most)
                .query((row, n) -> new Waiting(
                        row.getString("business_key_"),
                        row.getTimestamp("start_time_").toInstant()))
                .list();
    }

    private Map<String, Long> counts(String sql, String definition) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(sql).param("definition", definition).query(row -> {
            counts.put(row.getString("step"), row.getLong("n"));
        });
        return counts;
    }

    private static Version version(ResultSet row, int index) throws SQLException {
        return new Version(
                row.getString("id_"),
                row.getString("key_"),
                row.getString("name_"),
                row.getInt("version_"),
                row.getBoolean("latest"),
                row.getTimestamp("deploy_time_").toInstant(),
                row.getInt("suspension_state_") == SUSPENDED,
                row.getLong("running"),
                row.getBoolean("awaited"),
                row.getLong("incidents"));
    }

    /** A case that waits, and since when it runs. */
    record Waiting(String ref, Instant startedAt) {}
}
