package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.Departure;
import id.siks.finalization.model.BatchItems.Travelling;
import id.siks.identity.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What left a sealed list, numbered in its order. Added to only; the batch's lock keeps the numbers without a gap. */
@Component
public class Corrections {

    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code by} is the account of the level that took it out; null when it left by itself. */
    void add(Travelling place, CaseRef member, Departure cause, boolean ratified, Long by, Instant at) {
        // Lanes of a decree hold cases and not their period; each locks the batch last, so that none waits for another.
        jdbc.sql(
                        """
                        select 1 from finalization.batch b join finalization.period p using (period_id)
                        where p.case_ref = :period for no key update of b""")
                .param("period", place.period().value())
                .query(Integer.class)
                .single();
        jdbc.sql(
                        """
                        insert into finalization.list_correction
                          (batch_id, number, case_ref, village_code, cause, ratified, sha256, corrected_by, corrected_at)
                        select b.batch_id,
                          1 + (select count(*) from finalization.list_correction c where c.batch_id = b.batch_id),
                          :member, :village, :cause, :ratified, b.sha256, :by, :at
                        from finalization.batch b join finalization.period p using (period_id)
                        where p.case_ref = :period""")
                .param("period", place.period().value())
                .param("member", member.value())
                .param("village", place.village().value())
                .param("cause", cause.name())
                .param("ratified", ratified)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * What left a period's list, latest first, at most 100.
     *
     * @param scopes prefixes of the territories the reader sees
     */
    public List<Correction> of(CaseRef period, List<String> scopes) {
        return jdbc.sql(
                        """
                        select c.* from finalization.list_correction c
                        join finalization.batch b using (batch_id) join finalization.period p using (period_id)
                        where p.case_ref = :period and c.village_code like any(:scopes::text[])
                        order by c.number desc limit :most""")
                .param("period", period.value())
                .param("scopes", Scope.patterns(scopes))
                .param("most", MOST_SHOWN)
                .query(Corrections::correction)
                .list();
    }

    /** How a case left a period's list, if it did. */
    public Optional<Correction> of(CaseRef period, CaseRef member) {
        return jdbc.sql(
                        """
                        select c.* from finalization.list_correction c
                        join finalization.batch b using (batch_id) join finalization.period p using (period_id)
                        where p.case_ref = :period and c.case_ref = :member
                        order by c.number desc limit 1""")
                .param("period", period.value())
                .param("member", member.value())
                .query(Corrections::correction)
                .optional();
    }

    private static Correction correction(ResultSet row, int index) throws SQLException {
        return new Correction(
                row.getInt("number"),
                new CaseRef(row.getString("case_ref")),
                new AreaCode(row.getString("village_code")),
                Departure.valueOf(row.getString("cause")),
                row.getBoolean("ratified"),
                row.getString("sha256"),
                row.getObject("corrected_by", Long.class),
                row.getTimestamp("corrected_at").toInstant());
    }

    /**
     * One case that left.
     *
     * @param ratified true when the regent's letter was there already and keeps its hash
     * @param sha256 hash of the list from then on
     * @param by account of the level that took it out, or null when it left by itself
     */
    public record Correction(
            int number,
            CaseRef ref,
            AreaCode village,
            Departure cause,
            boolean ratified,
            String sha256,
            Long by,
            Instant at) {}
}
