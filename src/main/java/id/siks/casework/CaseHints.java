package id.siks.casework;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a list of work keeps of a case: whom it is about, where it stands, who acted last. */
@Service
public class CaseHints {

    private static final String HINT =
            """
            select s.subject, %s as status,
              (select e.actor_id from casework.case_event e
               where e.case_ref = s.case_ref and e.actor_id is not null order by e.event_id desc limit 1) as last_actor
            from casework.case_summary s left join casework.case_group g using (group_id)
            where s.case_ref = :ref"""
                    .formatted(Shown.STATUS);

    private final JdbcClient jdbc;

    CaseHints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hint of one case; empty when casework does not know it. */
    @Transactional(readOnly = true)
    public Optional<CaseHint> of(CaseRef ref) {
        return jdbc.sql(HINT)
                .param("ref", ref.value())
                .query((row, n) -> new CaseHint(
                        row.getString("subject"),
                        CaseStatus.valueOf(row.getString("status")),
                        row.getObject("last_actor", Long.class)))
                .optional();
    }

    @EventListener
    void on(SubjectChanged changed) {
        jdbc.sql(
                        """
                        update casework.case_summary set subject = :subject
                        where case_ref = any (:refs) and subject <> :subject""")
                .param("subject", changed.subject())
                .param("refs", CaseRef.values(changed.refs()))
                .update();
    }
}
