package id.siks.worklist.notice;

import id.siks.area.AreaCode;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.ModelNews;
import id.siks.casework.ModelTroubled;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.Rung;
import id.siks.casework.StepsFailed;
import id.siks.finalization.CutoffMoved;
import id.siks.finalization.Milestone;
import id.siks.platform.retention.Perishable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people were told. A notice names a case or a date, and says why in the words of whoever decided. */
@Component
public class Notices implements Perishable {

    private final JdbcTemplate jdbc;

    Notices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "worklist.notice";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return jdbc.update(
                """
                delete from worklist.notice where notice_id in (
                  select notice_id from worklist.notice where at < ? and (case_ref is null or case_ref <> all(?::text[])) limit ?)""",
                Timestamp.from(before),
                held.toArray(String[]::new),
                most);
    }

    /** Cases reached a status, with why when it went against them. */
    void tell(CaseProgressed progressed, List<Told> told) {
        Reason reason = progressed.reason();
        jdbc.update(
                """
                insert into worklist.notice (what, account_id, case_ref, status, reason, sentence, at)
                select 'PROGRESSED', account, ref, ?, ?, ?, ?
                from unnest(?::bigint[], ?::text[]) as told (account, ref)""",
                progressed.status().name(),
                reason == null ? null : reason.code().name(),
                reason == null ? null : reason.sentence(),
                Timestamp.from(progressed.at()),
                accounts(told),
                refs(told));
    }

    /** Cases go on in a later period because they missed {@code milestone}. */
    void rolledOver(Milestone milestone, Instant at, List<Told> told) {
        jdbc.update(
                """
                insert into worklist.notice (what, account_id, case_ref, milestone, at)
                select 'ROLLED_OVER', account, ref, ?, ?
                from unnest(?::bigint[], ?::text[]) as told (account, ref)""",
                milestone.name(),
                Timestamp.from(at),
                accounts(told),
                refs(told));
    }

    /** A date of a period was moved: everybody it concerns is told the new one and why. */
    void moved(CutoffMoved moved, Collection<Long> accounts) {
        jdbc.update(
                """
                insert into worklist.notice (what, account_id, case_ref, area_code, milestone, moved_to, sentence, at)
                select 'CUTOFF_MOVED', account, ?, ?, ?, ?, ?, ? from unnest(?::bigint[]) as told (account)""",
                moved.period().value(),
                moved.regency().value(),
                moved.milestone().name(),
                Timestamp.from(moved.to()),
                moved.sentence(),
                Timestamp.from(moved.at()),
                accounts.toArray(Long[]::new));
    }

    /** Steps failed for good, and one is to look after them. */
    void stepsFailed(StepsFailed failed) {
        jdbc.update(
                "insert into worklist.notice (what, account_id, items, at, urgent) values (?, ?, ?, ?, true)",
                What.STEPS_FAILED.name(),
                failed.account(),
                failed.steps(),
                Timestamp.from(failed.at()));
    }

    /** Something became of a model while nobody looked. */
    void troubled(ModelTroubled troubled) {
        jdbc.update(
                """
                insert into worklist.notice (what, account_id, items, sentence, at, urgent)
                select ?, account, 1, ?, ?, true from unnest(?::bigint[]) as told (account)""",
                What.valueOf(troubled.kind().name()).name(),
                troubled.model(),
                Timestamp.from(troubled.at()),
                troubled.accounts().toArray(Long[]::new));
    }

    /** What waits for somebody about a model, or what others made of his. */
    void ofModel(ModelNews news) {
        jdbc.update(
                """
                insert into worklist.notice (what, account_id, items, sentence, at)
                select ?, account, 1, ?, ? from unnest(?::bigint[]) as told (account)""",
                What.valueOf(news.kind().name()).name(),
                news.model(),
                Timestamp.from(news.at()),
                news.accounts().toArray(Long[]::new));
    }

    private static Long[] accounts(List<Told> told) {
        return told.stream().map(Told::account).toArray(Long[]::new);
    }

    private static String[] refs(List<Told> told) {
        return told.stream().map(t -> t.ref().value()).toArray(String[]::new);
    }

    static Notice notice(ResultSet row) throws SQLException {
        String status = row.getString("status");
        String reason = row.getString("reason");
        String area = row.getString("area_code");
        Timestamp movedTo = row.getTimestamp("moved_to");
        String ref = row.getString("case_ref");
        return new Notice(
                row.getLong("notice_id"),
                What.valueOf(row.getString("what")),
                ref == null ? null : new CaseRef(ref),
                status == null ? null : CaseStatus.valueOf(status),
                reason == null ? null : ReasonCode.valueOf(reason),
                row.getString("sentence"),
                area == null ? null : new AreaCode(area),
                row.getString("milestone"),
                movedTo == null ? null : movedTo.toInstant(),
                row.getObject("by_account", Long.class),
                row.getString("task_id"),
                row.getObject("items", Integer.class),
                ladder(row));
    }

    private static Ladder ladder(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        String rung = row.getString("rung");
        return due == null
                ? null
                : new Ladder(rung == null ? null : Rung.valueOf(rung), row.getString("task_key"), due.toInstant());
    }

    /** What a notice is about. */
    public enum What {
        PROGRESSED(Topic.CASES),
        ROLLED_OVER(Topic.CASES),
        CUTOFF_MOVED(Topic.DATES),
        GIVEN(Topic.WORK),
        ASKED(Topic.WORK),
        ANSWERED(Topic.WORK),
        TAKEN_OVER(Topic.WORK),
        MENTIONED(Topic.TALK),
        STANDS_IN(Topic.WORK),
        HANDED_BACK(Topic.WORK),
        LEFT_TO_TEAM(Topic.WORK),
        REASSIGNED(Topic.WORK),
        REMINDED(Topic.LATE),
        NOTED(Topic.TALK),
        DUE_MOVED(Topic.WORK),
        TASK_OVERDUE(Topic.LATE),
        CUTOFF_NEARED(Topic.LATE),
        STEPS_FAILED(Topic.WORK),
        RELEASE_FAILED(Topic.WORK),
        MOVE_PAUSED(Topic.WORK),
        MODEL_UNFIT(Topic.WORK),
        RELEASE_WAITS(Topic.WORK),
        RELEASE_DONE(Topic.WORK),
        RELEASE_DECLINED(Topic.WORK),
        MOVE_WAITS(Topic.WORK),
        MOVE_DONE(Topic.WORK),
        MOVE_DROPPED(Topic.WORK);

        private static final Set<What> MOVES = EnumSet.of(MOVE_PAUSED, MOVE_WAITS, MOVE_DONE, MOVE_DROPPED);
        private static final Set<What> RELEASES =
                EnumSet.of(RELEASE_FAILED, MODEL_UNFIT, RELEASE_WAITS, RELEASE_DONE, RELEASE_DECLINED);

        private final Topic topic;

        What(Topic topic) {
            this.topic = topic;
        }

        /** The kind of notices it belongs to. */
        public Topic topic() {
            return topic;
        }

        /** True when it is about a model and no case. */
        public boolean isAboutModel() {
            return isAboutMove() || RELEASES.contains(this);
        }

        /** True when it is about cases that follow another version of their model. */
        public boolean isAboutMove() {
            return MOVES.contains(this);
        }

        static String[] namesOf(Set<Topic> topics) {
            return Arrays.stream(values())
                    .filter(what -> topics.contains(what.topic))
                    .map(What::name)
                    .toArray(String[]::new);
        }
    }

    /** Whom a notice about a case is for. */
    record Told(Long account, CaseRef ref) {}

    /**
     * Something one was told.
     *
     * @param ref the case, or the period whose date was moved; null when it is about many
     * @param status the status reached, when a case progressed
     * @param reason why, when it went against the case; else null
     * @param sentence why in somebody's own words, or null; the model a notice about one is about
     * @param area regency of a moved date, else null
     * @param milestone the date that was moved or missed, else null
     * @param movedTo the new date, else null
     * @param by account id of the colleague who did it; null unless the notice is personal
     * @param taskId the work it is about, or null
     * @param items how many pieces of work it is about, or null
     * @param ladder what becomes or is late, or null
     */
    public record Notice(
            long id,
            What what,
            CaseRef ref,
            CaseStatus status,
            ReasonCode reason,
            String sentence,
            AreaCode area,
            String milestone,
            Instant movedTo,
            Long by,
            String taskId,
            Integer items,
            Ladder ladder) {}

    /**
     * What a notice says of a rung of a task's ladder, or of a cut-off that is near.
     *
     * @param rung which rung, or null for a cut-off
     * @param task id of the user task, or null for a cut-off
     * @param dueAt until when it should be done
     */
    public record Ladder(Rung rung, String task, Instant dueAt) {}
}
