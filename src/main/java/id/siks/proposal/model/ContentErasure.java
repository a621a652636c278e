package id.siks.proposal.model;

import id.siks.casework.CaseNoted;
import id.siks.casework.CaseRef;
import id.siks.identity.Masks;
import id.siks.platform.BusinessTime;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases what ended cases claimed, and what was said about single fields of it. Who handed in, decided and signed, when and why
 * stays; the timeline says that the content is gone.
 */
@Component
class ContentErasure {

    // The statuses are part of the text: only so an index knows that they are its own.
    private static final String OLD =
            """
            select id, case_ref, subject, content::text as content from proposal.proposal
            where erased_at is null and submitted_at is not null and status %s
              and changed_at < :before and case_ref <> all(:held)
            order by changed_at limit :most for update skip locked""";

    static final String DETERMINED = OLD.formatted("= 'DETERMINED'");

    static final String UNSUCCESSFUL =
            OLD.formatted("in ('DECLINED_BY_MEETING', 'REJECTED_BY_REGENCY', 'REJECTED_BY_MINISTRY', 'CANCELLED')");

    private final JdbcClient db;
    private final JdbcTemplate plain;
    private final FormerContents formers;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    ContentErasure(
            JdbcClient db,
            JdbcTemplate plain,
            FormerContents formers,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.db = db;
        this.plain = plain;
        this.formers = formers;
        this.decisions = decisions;
        this.events = events;
        this.time = time;
    }

    /**
     * Erases contents of cases that ended before the moment. Of a determined one the head's name and masked number stay, as the list
     * of names shows them that its decree is about; of others the name goes, too.
     *
     * @param determined true for those whose case led into the register, false for all others
     * @return the cases
     */
    List<CaseRef> erase(boolean determined, Instant before, Set<String> held, int most) {
        List<Old> old = old(determined, before, held, most);
        if (old.isEmpty()) {
            return List.of();
        }
        Timestamp now = Timestamp.from(time.now());
        plain.batchUpdate(
                """
                update proposal.proposal
                set content = ?::jsonb, subject = ?, listed_nik = ?, remarks = '[]', agreed_despite = null, erased_at = ?
                where id = ?""",
                old.stream().map(one -> one.erased(determined, now)).toList());
        List<String> refs = old.stream().map(one -> one.ref().value()).toList();
        formers.forget(refs);
        decisions.forgetRemarks(refs);
        List<CaseRef> gone = old.stream().map(Old::ref).toList();
        events.publishEvent(new CaseNoted(gone, "content-erased", null, null, now.toInstant()));
        return gone;
    }

    private List<Old> old(boolean determined, Instant before, Set<String> held, int most) {
        return db.sql(determined ? DETERMINED : UNSUCCESSFUL)
                .param("before", Timestamp.from(before))
                .param("held", held.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Old(
                        row.getLong("id"),
                        new CaseRef(row.getString("case_ref")),
                        row.getString("subject"),
                        ContentJson.family(row.getString("content"))))
                .list();
    }

    /** A case whose content is to go. */
    private record Old(long id, CaseRef ref, String subject, FamilyContent content) {

        Object[] erased(boolean listed, Timestamp at) {
            String left = ContentJson.write(Drafting.empty(content.village()));
            return new Object[] {left, listed ? subject : "", listed ? maskedNik() : null, at, id};
        }

        private String maskedNik() {
            return Masks.number(HeadOfFamily.of(content).map(MemberContent::nik).orElse(null));
        }
    }
}
