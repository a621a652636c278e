package id.siks.worklist;

import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.CaseSummary;
import id.siks.casework.ReasonCode;
import id.siks.casework.Timeline;
import id.siks.finalization.ItemRolledOver;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whoever opened a case what others did with it. A notice names the case and nothing personal; it is written in
 * the transaction of what it tells.
 */
@Component
class Notices {

    /** Most notices shown at once. */
    static final int SHOWN = 10;

    private static final int AT_ONCE = 500;
    private static final Set<CaseStatus> TOLD = EnumSet.of(
            CaseStatus.IDENTITY_MISMATCHED,
            CaseStatus.DECLINED_BY_MEETING,
            CaseStatus.RETURNED_TO_VILLAGE,
            CaseStatus.RETURNED_BY_MINISTRY,
            CaseStatus.REJECTED_BY_REGENCY,
            CaseStatus.REJECTED_BY_MINISTRY,
            CaseStatus.DETERMINED);

    private final JdbcTemplate jdbc;
    private final Timeline timeline;
    private final BusinessTime time;

    Notices(JdbcTemplate jdbc, Timeline timeline, BusinessTime time) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.time = time;
    }

    @EventListener
    void on(CaseProgressed progressed) {
        if (!TOLD.contains(progressed.status())) {
            return;
        }
        for (int from = 0; from < progressed.refs().size(); from += AT_ONCE) {
            List<CaseRef> some = progressed
                    .refs()
                    .subList(from, Math.min(from + AT_ONCE, progressed.refs().size()));
            tell(
                    List.copyOf(timeline.summaries(some).values()),
                    progressed.by(),
                    progressed.status(),
                    progressed.reason() == null ? null : progressed.reason().code(),
                    progressed.at());
        }
    }

    /** Wherever it waited, on a list or still in the village: whoever proposed it hears that nothing is lost. */
    @EventListener
    void on(ItemRolledOver missed) {
        tell(
                List.copyOf(timeline.summaries(missed.members()).values()),
                null,
                CaseStatus.ROLLED_OVER,
                ReasonCode.LATE_FOR_PERIOD,
                missed.at());
    }

    /** What the person has not put away, newest first. */
    List<Notice> unread(Actor actor) {
        return jdbc.query(
                """
                select notice_id, case_ref, status, reason, at from worklist.notice
                where account_id = ? and read_at is null order by notice_id desc limit ?""",
                (row, index) -> new Notice(
                        row.getLong("notice_id"),
                        new CaseRef(row.getString("case_ref")),
                        CaseStatus.valueOf(row.getString("status")),
                        row.getString("reason") == null ? null : ReasonCode.valueOf(row.getString("reason")),
                        row.getTimestamp("at").toInstant()),
                actor.accountId(),
                SHOWN);
    }

    /** Puts away the person's notices up to {@code last}; those that came later stay. */
    @Transactional
    public void putAway(Actor actor, long last) {
        jdbc.update(
                """
                update worklist.notice set read_at = ?
                where account_id = ? and notice_id <= ? and read_at is null""",
                Timestamp.from(time.now()),
                actor.accountId(),
                last);
    }

    private void tell(List<CaseSummary> cases, Long by, CaseStatus status, ReasonCode reason, Instant at) {
        List<CaseSummary> told = cases.stream()
                .filter(c -> c.openedBy() != null && !Objects.equals(c.openedBy(), by))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into worklist.notice (account_id, case_ref, status, reason, at)
                select account, ref, ?, ?, ? from unnest(?::bigint[], ?::text[]) as told (account, ref)""",
                status.name(),
                reason == null ? null : reason.name(),
                Timestamp.from(at),
                told.stream().map(CaseSummary::openedBy).toArray(Long[]::new),
                told.stream().map(c -> c.ref().value()).toArray(String[]::new));
    }

    /**
     * Something one was told.
     *
     * @param reason why, when it went against the case; else null
     */
    record Notice(long id, CaseRef ref, CaseStatus status, ReasonCode reason, Instant at) {}
}
