package id.siks.processadmin.run;

import id.siks.platform.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failed steps as the engine has them, with who looks after them. */
@Repository
class IncidentRows {

    private static final String SELECT =
            """
            select i.id_, case when i.incident_type_ = 'failedJob' then i.configuration_ end as job,
              root.business_key_, i.proc_def_id_, d.key_, coalesce(d.name_, d.key_) as name_, d.version_,
              coalesce(i.failed_activity_id_, i.activity_id_) as element, i.incident_timestamp_, o.account_id
            from act_ru_incident i
            left join act_ru_execution root on root.id_ = i.proc_inst_id_
            join act_re_procdef d on d.id_ = i.proc_def_id_
            left join processadmin.incident_owner o on o.incident_id = i.id_
            """;

    private static final Pattern MARK = Pattern.compile("(\\d{1,15})_(\\S{1,64})");

    private final JdbcClient jdbc;
    private final BusinessTime time;

    IncidentRows(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * The oldest in front.
     *
     * @param after only those behind the one with this {@linkplain Incident#mark mark}, which may be gone; all for anything else
     */
    List<Incident> page(String after, int most) {
        Matcher mark = MARK.matcher(after == null ? "" : after);
        boolean goesOn = mark.matches();
        return jdbc.sql(SELECT + "where (i.incident_timestamp_, i.id_) > (:at, :id)"
                        + " order by i.incident_timestamp_, i.id_ limit :most")
                .param("at", new Timestamp(goesOn ? Long.parseLong(mark.group(1)) : 0))
                .param("id", goesOn ? mark.group(2) : "")
                .param("most", most)
                .query(IncidentRows::incident)
                .list();
    }

    /** The oldest of those that failed at the same step of the same version and can be tried again. */
    List<Incident> alike(Incident incident, int most) {
        return jdbc.sql(SELECT + "where i.proc_def_id_ = :definition and i.incident_type_ = 'failedJob'"
                        + " and coalesce(i.failed_activity_id_, i.activity_id_) = :element"
                        + " order by i.incident_timestamp_, i.id_ limit :most")
                .param("definition", incident.definition())
                .param("element", incident.element())
                .param("most", most)
                .query(IncidentRows::incident)
                .list();
    }

    /** How many there are. */
    long count() {
        return jdbc.sql("select count(*) from act_ru_incident")
                .query(Long.class)
                .single();
    }

    Optional<Incident> find(String id) {
        return jdbc.sql(SELECT + "where i.id_ = :id")
                .param("id", id)
                .query(IncidentRows::incident)
                .optional();
    }

    /** Names who looks after it; owners of what is no more are forgotten on the way. */
    void own(String incident, long account, long by) {
        jdbc.sql(
                        """
                        insert into processadmin.incident_owner (incident_id, account_id, by, at)
                        values (:incident, :account, :by, :at)
                        on conflict (incident_id) do update set account_id = :account, by = :by, at = :at""")
                .param("incident", incident)
                .param("account", account)
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .update();
        jdbc.sql(
                        """
                        delete from processadmin.incident_owner o
                        where not exists (select 1 from act_ru_incident i where i.id_ = o.incident_id)""")
                .update();
    }

    /** The oldest of those nobody looks after. */
    List<String> unowned(int most) {
        return jdbc.sql(
                        """
                        select i.id_ from act_ru_incident i
                        where not exists (select 1 from processadmin.incident_owner o where o.incident_id = i.id_)
                        order by i.incident_timestamp_, i.id_ limit :most""")
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** How many there are to look after, by account. */
    Map<Long, Long> load() {
        Map<Long, Long> load = new HashMap<>();
        jdbc.sql(
                        """
                        select o.account_id, count(*) as n from processadmin.incident_owner o
                        join act_ru_incident i on i.id_ = o.incident_id group by o.account_id""")
                .query(row -> {
                    load.put(row.getLong("account_id"), row.getLong("n"));
                });
        return load;
    }

    /** The system names who looks after it; false when somebody does already. */
    boolean give(String incident, long account) {
        return jdbc.sql(
                                """
                                insert into processadmin.incident_owner (incident_id, account_id, at)
                                values (:incident, :account, :at) on conflict do nothing""")
                        .param("incident", incident)
                        .param("account", account)
                        .param("at", Timestamp.from(time.now()))
                        .update()
                == 1;
    }

    private static Incident incident(ResultSet row, int index) throws SQLException {
        return new Incident(
                row.getString("id_"),
                row.getString("job"),
                row.getString("business_key_"),
                row.getString("proc_def_id_"),
                row.getString("key_"),
                row.getString("name_"),
                row.getInt("version_"),
                row.getString("element"),
                row.getTimestamp("incident_timestamp_").toInstant(),
                row.getObject("account_id", Long.class));
    }
}
