package id.siks.worklist.talk;

import id.siks.casework.CaseRef;
import id.siks.casework.CasesEndedUnsuccessfully;
import id.siks.platform.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said about families whose cases were unsuccessful: it goes with what the cases claimed. */
@Component
class OldTalk implements Perishable {

    static final String ERASE =
            """
            delete from worklist.comment where comment_id in (
              select comment_id from worklist.comment
              where unsuccessful_since < :before and case_ref <> all(:held::text[])
              order by unsuccessful_since limit :most for update skip locked)""";

    private final JdbcClient jdbc;

    OldTalk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CasesEndedUnsuccessfully ended) {
        jdbc.sql("update worklist.comment set unsuccessful_since = :at where case_ref = any(:refs)")
                .param("refs", CaseRef.values(ended.refs()))
                .param("at", Timestamp.from(ended.at()))
                .update();
    }

    @Override
    public String kind() {
        return "worklist.comment-unsuccessful";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return jdbc.sql(ERASE)
                .param("before", Timestamp.from(before))
                .param("held", held.toArray(String[]::new))
                .param("most", most)
                .update();
    }
}
