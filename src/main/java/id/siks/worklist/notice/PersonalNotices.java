package id.siks.worklist.notice;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.notice.Notices.What;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people what a colleague did with their work or asks of them. Nobody is told what he did himself. */
@Component
public class PersonalNotices {

    private static final String TELL =
            """
            insert into worklist.notice (what, account_id, case_ref, by_account, task_id, items, area_code, moved_to, at)
            select :what, told.account, :ref, :by, :task, :items, :area, :moved, :at
            from unnest(:accounts::bigint[]) as told (account) where told.account <> :by""";

    private final JdbcClient jdbc;
    private final BusinessTime time;

    PersonalNotices(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Somebody did something with one piece of work. */
    public void ofWork(What what, long account, WorkItem item, long by) {
        ofWork(what, List.of(account), item, by);
    }

    /** The same, told to several; answers how many were told. */
    public int ofWork(What what, Collection<Long> accounts, WorkItem item, long by) {
        return tell(what, accounts, item.ref().value(), item.taskId(), null, null, by);
    }

    /** Somebody moved the deadline of work to {@code dueAt}. */
    public void ofDue(Collection<Long> accounts, WorkItem item, Instant dueAt, long by) {
        tell(What.DUE_MOVED, accounts, item.ref().value(), item.taskId(), null, new Due(item.area(), dueAt), by);
    }

    /** Somebody named people in a comment on a case. */
    public void mentioned(Collection<Long> accounts, CaseRef ref, long by) {
        tell(What.MENTIONED, accounts, ref.value(), null, null, null, by);
    }

    /** Much work passed from one to another at once. */
    public void ofMany(What what, long account, int items, long by) {
        tell(what, List.of(account), null, null, items, null, by);
    }

    private int tell(What what, Collection<Long> accounts, String ref, String taskId, Integer items, Due due, long by) {
        return jdbc.sql(TELL)
                .param("what", what.name())
                .param("accounts", accounts.toArray(Long[]::new))
                .param("ref", ref, java.sql.Types.VARCHAR)
                .param("task", taskId, java.sql.Types.VARCHAR)
                .param("items", items, java.sql.Types.INTEGER)
                .param("area", due == null ? null : due.area().value(), java.sql.Types.VARCHAR)
                .param("moved", due == null ? null : Timestamp.from(due.at()), java.sql.Types.TIMESTAMP)
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .update();
    }

    private record Due(AreaCode area, Instant at) {}
}
