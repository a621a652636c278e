package id.siks.worklist.notice;

import id.siks.casework.CaseRef;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.notice.Notices.What;
import java.sql.Timestamp;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people what a colleague did with their work or asks of them. Nobody is told what he did himself. */
@Component
public class PersonalNotices {

    private static final String TELL =
            """
            insert into worklist.notice (what, account_id, case_ref, by_account, task_id, items, at)
            select :what, told.account, :ref, :by, :task, :items, :at
            from unnest(:accounts::bigint[]) as told (account) where told.account <> :by""";

    private final JdbcClient jdbc;
    private final BusinessTime time;

    PersonalNotices(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Somebody did something with one piece of work. */
    public void ofWork(What what, long account, WorkItem item, long by) {
        tell(what, new Long[] {account}, item.ref().value(), item.taskId(), null, by);
    }

    /** Somebody named people in a comment on a case. */
    public void mentioned(Collection<Long> accounts, CaseRef ref, long by) {
        tell(What.MENTIONED, accounts.toArray(Long[]::new), ref.value(), null, null, by);
    }

    /** Much work passed from one to another at once. */
    public void ofMany(What what, long account, int items, long by) {
        tell(what, new Long[] {account}, null, null, items, by);
    }

    private void tell(What what, Long[] accounts, String ref, String taskId, Integer items, long by) {
        jdbc.sql(TELL)
                .param("what", what.name())
                .param("accounts", accounts)
                .param("ref", ref, java.sql.Types.VARCHAR)
                .param("task", taskId, java.sql.Types.VARCHAR)
                .param("items", items, java.sql.Types.INTEGER)
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .update();
    }
}
