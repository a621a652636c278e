package id.siks.fieldcheck.model;

import id.siks.casework.CaseRef;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has been at the homes of cases, asked for many cases at once. */
@Component
public class Visitors {

    private final JdbcClient db;

    Visitors(JdbcClient db) {
        this.db = db;
    }

    /** Accounts that recorded a visit in any field check of these cases. */
    public Set<Long> of(Collection<CaseRef> caseRefs) {
        return db.sql(
                        """
                        select v.visited_by from fieldcheck.visit v
                        join fieldcheck.field_check c on c.id = v.field_check_id
                        where c.case_ref = any(:refs::text[])""")
                .param("refs", CaseRef.values(caseRefs))
                .query(Long.class)
                .set();
    }
}
