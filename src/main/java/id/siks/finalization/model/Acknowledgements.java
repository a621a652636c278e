package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Scope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which villages' lists the heads of their districts have taken note of. Lines are added, never changed. */
@Component
public class Acknowledgements {

    private final JdbcClient jdbc;

    Acknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that somebody took note; false when somebody had before, and that stands. */
    public boolean add(CaseRef period, AreaCode village, long by, Instant at) {
        return jdbc.sql(
                                """
                                insert into finalization.acknowledgement (period_id, village_code, acknowledged_by, acknowledged_at)
                                select period_id, :village, :by, :at from finalization.period where case_ref = :period
                                on conflict do nothing""")
                        .param("period", period.value())
                        .param("village", village.value())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** When each village's list was taken note of; those that were not are absent. */
    public Map<AreaCode, Instant> of(CaseRef period) {
        return of(period, List.of(""));
    }

    /** The same of the villages in these territories, prefixes of area codes. */
    public Map<AreaCode, Instant> of(CaseRef period, Collection<String> territories) {
        Map<AreaCode, Instant> noted = new HashMap<>();
        jdbc.sql(
                        """
                        select a.village_code, a.acknowledged_at
                        from finalization.acknowledgement a join finalization.period p using (period_id)
                        where p.case_ref = :period and a.village_code like any (:areas)""")
                .param("period", period.value())
                .param("areas", Scope.patterns(territories))
                .query(row -> {
                    noted.put(
                            new AreaCode(row.getString("village_code")),
                            row.getTimestamp("acknowledged_at").toInstant());
                });
        return noted;
    }

    /** How many closed lists nobody took note of yet, by period; periods without any are absent. */
    public Map<CaseRef, Integer> waiting(Collection<CaseRef> periods, List<String> scopes) {
        Map<CaseRef, Integer> waiting = new HashMap<>();
        jdbc.sql(
                        """
                        select p.case_ref, count(*) as lists
                        from finalization.period p join finalization.level_closing c using (period_id)
                        where p.case_ref = any(:periods) and c.level = 'VILLAGE' and c.area_code like any(:scopes)
                          and not exists (
                            select 1 from finalization.acknowledgement a
                            where a.period_id = c.period_id and a.village_code = c.area_code)
                        group by p.case_ref""")
                .param("periods", CaseRef.values(periods))
                .param("scopes", Scope.patterns(scopes))
                .query(row -> {
                    waiting.put(new CaseRef(row.getString("case_ref")), row.getInt("lists"));
                });
        return waiting;
    }
}
