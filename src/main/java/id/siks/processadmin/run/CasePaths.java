package id.siks.processadmin.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine remembers of one case. */
@Repository
class CasePaths {

    private static final int MOST = 5_000;
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

    /** Where it was, in the order of time; of very many the first. */
    List<Passage> passages(String instance) {
        return jdbc.sql(
                        """
                        select act_id_, execution_id_, start_time_, end_time_, act_inst_state_ from act_hi_actinst
                        where proc_inst_id_ = :instance order by start_time_, sequence_counter_, id_ limit :most""")
                .param("instance", instance)
                .param("most", MOST)
                .query((row, n) -> new Passage(
                        row.getString("act_id_").replace(BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX, ""),
                        row.getString("execution_id_"),
                        instant(row, "start_time_"),
                        instant(row, "end_time_"),
                        row.getInt("act_inst_state_") == CANCELLED))
                .list();
    }

    /** What its gateways and branches knew, by name. */
    List<KnownValue> values(String instance) {
        return jdbc.sql(
                        """
                        select name_, case
                            when var_type_ = 'boolean' then case long_ when 1 then 'true' else 'false' end
                            when var_type_ = 'date' then to_char(to_timestamp(long_ / 1000) at time zone 'UTC',
                              'YYYY-MM-DD HH24:MI "UTC"')
                            when var_type_ in ('string', 'integer', 'long', 'short', 'double')
                              then left(coalesce(text_, long_::text, double_::text), 60)
                            else '…' end as value, execution_id_, create_time_
                        from act_hi_varinst where proc_inst_id_ = :instance and state_ is distinct from 'DELETED'
                        order by name_, create_time_ limit :most""")
                .param("instance", instance)
                .param("most", MOST)
                .query((row, n) -> new KnownValue(
                        row.getString("name_"),
                        row.getString("value"),
                        row.getString("execution_id_"),
                        instant(row, "create_time_")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
