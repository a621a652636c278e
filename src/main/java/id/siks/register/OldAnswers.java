package id.siks.register;

import id.siks.platform.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers of the civil registry that were asked for long ago, where every case that used them ended long ago and none is held.
 * That somebody who is in the register has died is told by nothing else and stays.
 */
@Component
class OldAnswers implements Perishable {

    static final String ERASE =
            """
            delete from register.identity_match where nik in (
              select m.nik from register.identity_match m
              where m.asked_at < :before
                and not m.case_refs && :held::varchar[]
                and not exists (select 1 from unnest(m.case_refs) as used (case_ref) where not exists (
                  select 1 from casework.ended_case e
                  where e.case_ref = used.case_ref and e.ended_at < :before))
                and (m.status <> 'DECEASED' or not exists (
                  select 1 from register.person p where p.nik = m.nik and p.active))
              order by m.asked_at limit :most for update of m skip locked)""";

    private final JdbcClient db;

    OldAnswers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "register.identity-match";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return db.sql(ERASE)
                .param("before", Timestamp.from(before))
                .param("held", held.toArray(String[]::new))
                .param("most", most)
                .update();
    }
}
