package id.siks.casework;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One deed on a case at a time. Somebody's task begins with the row of his work and ends with the case; whatever ends a case
 * from outside begins with the case and ends with the work on it. Each takes the case's turn before either, so that they
 * never wait for each other.
 */
@Component
public class CaseTurns {

    private final JdbcClient jdbc;

    CaseTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else acts on the case; the turn ends with the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(CaseRef ref) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:ref, 0))")
                .param("ref", ref.value())
                .query((row, number) -> true)
                .single();
    }

    /** Takes the turns of those of the cases on which nobody acts at this moment, and answers them; waits for none. */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<String> takeFree(Collection<String> refs) {
        return jdbc.sql(
                        """
                        select ref from unnest(:refs::text[]) as asked (ref)
                        where pg_try_advisory_xact_lock(hashtextextended(ref, 0))""")
                .param("refs", refs.toArray(String[]::new))
                .query(String.class)
                .set();
    }
}
