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
import java.util.function.BiFunction;
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

    /** Erases contents of cases that were unsuccessful before the moment, with the names; answers the cases. */
    List<CaseRef> eraseUnsuccessful(Instant before, Set<String> held, int most) {
        return erase(old(UNSUCCESSFUL, before, held, most), Old::nameless);
    }

    /**
     * The same of cases that were determined before the moment. The head's name and masked number stay, as the list of names shows
     * them that its decree is about.
     */
    List<CaseRef> eraseDetermined(Instant before, Set<String> held, int most) {
        return erase(old(DETERMINED, before, held, most), Old::listed);
    }

    private List<CaseRef> erase(List<Old> old, BiFunction<Old, Timestamp, Object[]> left) {
        if (old.isEmpty()) {
            return List.of();
        }
        Timestamp now = Timestamp.from(time.now());
        plain.batchUpdate(
                """
                update proposal.proposal
                set content = ?::jsonb, subject = ?, listed_nik = ?, remarks = '[]', agreed_despite = null, erased_at = ?
                where id = ?""",
                old.stream().map(one -> left.apply(one, now)).toList());
        List<String> refs = old.stream().map(one -> one.ref().value()).toList();
        formers.forget(refs);
        decisions.forgetRemarks(refs);
        List<CaseRef> gone = old.stream().map(Old::ref).toList();
        events.publishEvent(new CaseNoted(gone, "content-erased", null, null, now.toInstant()));
        return gone;
    }

    private List<Old> old(String which, Instant before, Set<String> held, int most) {
        return db.sql(which)
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

        Object[] nameless(Timestamp at) {
            return erased("", null, at);
        }

        Object[] listed(Timestamp at) {
            return erased(subject, maskedNik(), at);
        }

        private Object[] erased(String name, String number, Timestamp at) {
            String left = ContentJson.write(Drafting.empty(content.village()));
            return new Object[] {left, name, number, at, id};
        }

        private String maskedNik() {
            return Masks.number(HeadOfFamily.of(content).map(MemberContent::nik).orElse(null));
        }
    }
}
