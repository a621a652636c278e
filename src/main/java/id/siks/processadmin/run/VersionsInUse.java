package id.siks.processadmin.run;

import id.siks.platform.engine.EngineFiles;
import id.siks.processadmin.check.InUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** A version is in use while it is the latest, has a case or is to get some; one that was stopped can be started again. */
@Component
class VersionsInUse implements InUse {

    // Goes from one version that has cases to the next, in the order of their index: of each one case is looked at,
    // however many there are.
    static final String IN_USE =
            """
            with recursive followed (id_) as (
              (select proc_def_id_ from act_ru_execution order by proc_def_id_ limit 1)
              union all
              select (select e.proc_def_id_ from act_ru_execution e
                where e.proc_def_id_ > followed.id_ order by e.proc_def_id_ limit 1)
              from followed where followed.id_ is not null)
            select d.id_, d.key_, coalesce(d.name_, d.key_) as name_, d.version_, d.deployment_id_, d.resource_name_
            from (select *, max(version_) over (partition by key_) as newest from act_re_procdef) d
            where d.version_ = d.newest or d.id_ in (select id_ from followed)
              or exists (select 1 from processadmin.migration m where m.process_key = d.key_
                and m.target_version = d.version_ and m.ended_at is null)
            """;

    private final JdbcClient jdbc;
    private final EngineFiles files;

    VersionsInUse(JdbcClient jdbc, EngineFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public List<Diagram> diagrams() {
        Supplier<Map<String, Long>> cases = SingletonSupplier.of(this::cases);
        return jdbc
                .sql(IN_USE + Versions.BY_NAME)
                .query((row, n) -> new Found(
                        row.getString("id_"),
                        row.getString("key_"),
                        row.getString("name_"),
                        row.getInt("version_"),
                        row.getString("deployment_id_"),
                        row.getString("resource_name_")))
                .list()
                .stream()
                .map(found -> new Diagram(
                        found.key(),
                        found.name(),
                        found.version(),
                        () -> cases.get().getOrDefault(found.id(), 0L),
                        files.text(found.deployment(), found.resource())))
                .toList();
    }

    /** How many follow each version, by its id; in one pass, which only whoever says a number waits for. */
    private Map<String, Long> cases() {
        Map<String, Long> cases = new HashMap<>();
        jdbc.sql("select proc_def_id_, count(*) as n from act_ru_execution where parent_id_ is null group by 1")
                .query(row -> {
                    cases.put(row.getString("proc_def_id_"), row.getLong("n"));
                });
        return cases;
    }

    private record Found(String id, String key, String name, int version, String deployment, String resource) {}
}
