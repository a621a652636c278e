package id.siks.processadmin.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine remembers of one case. */
@Repository
class CasePaths {

    /** Passages, and values, of one process that can be shown; of more than these one more is read. */
    static final int MOST = 5_000;

    private static final int SUSPENDED = 2;
    private static final int CANCELLED = 2;

    private final JdbcClient jdbc;

    CasePaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True when the case has a process the engine remembers. */
    boolean knows(String ref) {
        return jdbc.sql("select exists (select 1 from act_hi_procinst where business_key_ = :ref)")
                .param("ref", ref)
                .query(Boolean.class)
                .single();
    }

    /** The processes of the case: those that run before those that ended, the last begun in front. */
    List<CaseRun> runs(String ref) {
        return jdbc.sql(
                        """
                        select h.id_, h.proc_def_id_, d.key_, coalesce(d.name_, d.key_) as name_, d.version_,
                          h.start_time_, h.end_time_, e.suspension_state_
                        from act_hi_procinst h
                        join act_re_procdef d on d.id_ = h.proc_def_id_
                        left join act_ru_execution e on e.id_ = h.id_
                        where h.business_key_ = :ref order by h.end_time_ is not null, h.start_time_ desc, h.id_""")
                .param("ref", ref)
                .query((row, n) -> new CaseRun(
                        row.getString("id_"),
                        row.getString("proc_def_id_"),
                        row.getString("key_"),
                        row.getString("name_"),
                        row.getInt("version_"),
                        instant(row, "start_time_"),
                        instant(row, "end_time_"),
                        row.getInt("suspension_state_") == SUSPENDED))
                .list();
    }

    /** Where it was, in the order of time; of very many those where it still is, and the last begun. */
    List<Passage> passages(String instance) {
        return jdbc.sql(
                        """
                        with latest as (
                          select * from act_hi_actinst where proc_inst_id_ = :instance
                          order by end_time_ is null desc, start_time_ desc, sequence_counter_ desc, id_ desc limit :most)
                        select act_id_, execution_id_, start_time_, end_time_, act_inst_state_ from latest
                        order by start_time_, sequence_counter_, id_""")
                .param("instance", instance)
                .param("most", MOST + 1)
                .query((row, n) -> new Passage(
                        row.getString("act_id_").replace(BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX, ""),
                        row.getString("execution_id_"),
                        instant(row, "start_time_"),
                        instant(row, "end_time_"),
                        row.getInt("act_inst_state_") == CANCELLED))
                .list();
    }

    /** What its gateways and branches knew and when, by name; of very much what they know now and knew last. */
    List<KnownValue> values(String instance) {
        return jdbc.sql(
                        """
                        with former as (
                          select d.var_inst_id_, d.var_type_, d.long_, d.double_, d.text_, d.time_ as until,
                            lag(d.time_) over (partition by d.var_inst_id_ order by d.time_, d.sequence_counter_) as since
                          from act_hi_detail d where d.proc_inst_id_ = :instance and d.type_ = 'VariableUpdate'),
                        held as (
                          select v.name_, f.var_type_, f.long_, f.double_, f.text_, v.execution_id_,
                            coalesce(f.since, v.create_time_) as since, f.until
                          from former f join act_hi_varinst v on v.id_ = f.var_inst_id_
                          union all
                          select v.name_, v.var_type_, v.long_, v.double_, v.text_, v.execution_id_,
                            coalesce((select max(f.until) from former f where f.var_inst_id_ = v.id_), v.create_time_), null
                          from act_hi_varinst v
                          where v.proc_inst_id_ = :instance and v.state_ is distinct from 'DELETED'),
                        latest as (select * from held order by until is null desc, until desc, since desc limit :most)
                        select name_, case
                            when var_type_ = 'boolean' then case long_ when 1 then 'true' else 'false' end
                            when var_type_ = 'date' then to_char(to_timestamp(long_ / 1000) at time zone 'UTC',
                              'YYYY-MM-DD HH24:MI "UTC"')
                            when var_type_ in ('string', 'integer', 'long', 'short', 'double')
                              then left(coalesce(text_, long_::text, double_::text), 60)
                            else '…' end as value, execution_id_, since, until
                        from latest order by name_, since""")
                .param("instance", instance)
                .param("most", MOST + 1)
                .query((row, n) -> new KnownValue(
                        row.getString("name_"),
                        row.getString("value"),
                        row.getString("execution_id_"),
                        instant(row, "since"),
                        instant(row, "until")))
                .list();
    }

    /** The versions it followed, the first in front; at least the one it follows now. */
    List<Stage> stages(CaseRun run) {
        List<Stage> stages = new ArrayList<>();
        jdbc.sql(
                        """
                        select d.id_, d.version_, c.at, array(select source_step || ' ' || target_step
                          from processadmin.migration_step s where s.migration_id = m.migration_id) as steps
                        from processadmin.migration m
                        join processadmin.migration_case c on c.migration_id = m.migration_id
                          and c.instance_id = :instance and c.state = 'MOVED'
                        join act_re_procdef d on d.key_ = m.process_key and d.version_ = m.source_version
                        where m.process_key = :key order by c.at""")
                .param("instance", run.id())
                .param("key", run.key())
                .query((row, n) -> new Stage(
                        row.getString("id_"),
                        row.getInt("version_"),
                        instant(row, "at").truncatedTo(ChronoUnit.MILLIS),
                        steps((String[]) row.getArray("steps").getArray())))
                .list()
                .forEach(stages::add);
        stages.add(new Stage(run.definition(), run.version(), null, Map.of()));
        return stages;
    }

    private static Map<String, String> steps(String[] pairs) {
        return Arrays.stream(pairs).map(pair -> pair.split(" ")).collect(Collectors.toMap(s -> s[0], s -> s[1]));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
