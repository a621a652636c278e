package id.siks.fieldcheck.model;

import id.siks.casework.CaseRef;
import id.siks.casework.CasesEndedUnsuccessfully;
import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases whose home was seen, what was claimed and what was found. That somebody was there, when, with what outcome and why it was
 * concluded so stays: people answer for it.
 */
@Component
class VisitErasure {

    static final String UNSUCCESSFUL =
            """
            select id from fieldcheck.field_check
            where erased_at is null and unsuccessful_since < :before and concluded_at < :before
              and case_ref <> all(:held::text[])
            order by unsuccessful_since limit :most for update skip locked""";

    // From the oldest visit on. Passed over is only what was visited that long ago and determined later.
    static final String DETERMINED =
            """
            select c.id from fieldcheck.field_check c join casework.ended_case e using (case_ref)
            where c.erased_at is null and c.unsuccessful_since is null and c.concluded_at < :before
              and e.status = 'DETERMINED' and e.ended_at < :before and c.case_ref <> all(:held::text[])
            order by c.concluded_at limit :most for update of c skip locked""";

    private static final String ERASE =
            """
            with old as (%s)
            update fieldcheck.field_check c
            set subject = '', address = '', phone = null, latitude = null, longitude = null,
              claimed_signs = '', excluded_by_work = false, erased_at = :at
            from old where c.id = old.id returning c.id""";

    private final JdbcClient db;
    private final BusinessTime time;

    VisitErasure(JdbcClient db, BusinessTime time) {
        this.db = db;
        this.time = time;
    }

    /** Erases field checks that were concluded, and whose cases were unsuccessful, before the moment; answers their keys. */
    List<Long> eraseUnsuccessful(Instant before, Set<String> held, int most) {
        return erase(UNSUCCESSFUL, before, held, most);
    }

    /** The same of those whose cases were determined before the moment. */
    List<Long> eraseDetermined(Instant before, Set<String> held, int most) {
        return erase(DETERMINED, before, held, most);
    }

    private List<Long> erase(String which, Instant before, Set<String> held, int most) {
        List<Long> old = homes(which, before, held, most);
        Long[] ids = old.toArray(Long[]::new);
        db.sql(
                        """
                        delete from fieldcheck.answer where visit_id in (
                          select id from fieldcheck.visit where field_check_id = any(:ids))""")
                .param("ids", ids)
                .update();
        db.sql(
                        """
                        update fieldcheck.visit
                        set latitude = null, longitude = null, accuracy_m = null, other_register_id = null, note = null
                        where field_check_id = any(:ids)""")
                .param("ids", ids)
                .update();
        return old;
    }

    @EventListener
    void on(CasesEndedUnsuccessfully ended) {
        db.sql("update fieldcheck.field_check set unsuccessful_since = :at where case_ref = any(:refs)")
                .param("refs", CaseRef.values(ended.refs()))
                .param("at", Timestamp.from(ended.at()))
                .update();
    }

    private List<Long> homes(String which, Instant before, Set<String> held, int most) {
        return db.sql(ERASE.formatted(which))
                .param("before", Timestamp.from(before))
                .param("held", held.toArray(String[]::new))
                .param("most", most)
                .param("at", Timestamp.from(time.now()))
                .query(Long.class)
                .list();
    }
}
