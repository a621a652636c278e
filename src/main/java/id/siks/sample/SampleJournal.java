package id.siks.sample;

import id.siks.casework.CaseRef;
import id.siks.platform.Preparation;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the people of the small sample have done in the step that is being made. Each step asks in the same order whatever
 * was done before; killed half way it is made again, and what is written here is not done twice.
 */
@Component
class SampleJournal {

    private final JdbcClient db;
    private final Preparation preparation;
    private final TransactionTemplate transaction;
    private Map<Integer, CaseRef> done;
    private int step;
    private int number;

    SampleJournal(JdbcClient db, Preparation preparation, TransactionTemplate transaction) {
        this.db = db;
        this.preparation = preparation;
        this.transaction = transaction;
    }

    /** From now on deeds belong to this step. */
    void open(int step) {
        this.step = step;
        number = 0;
        done = new TreeMap<>();
        db.sql("select number, case_ref from sample.deed where step = :step")
                .param("step", step)
                .query(row -> {
                    done.put(row.getInt("number"), new CaseRef(row.getString("case_ref")));
                });
    }

    /**
     * Does {@code deed} unless it was done before a kill; does nothing more when the application closes.
     *
     * @param beforehand what may be done again without harm; answers which case it is about
     * @param deed what may not
     * @return which case it was about, then or now
     */
    CaseRef once(Supplier<CaseRef> beforehand, Consumer<CaseRef> deed) {
        if (done == null) {
            return unwritten(beforehand, deed);
        }
        int mine = number++;
        return done.computeIfAbsent(mine, absent -> {
            if (preparation.isClosing()) {
                throw new IllegalStateException("Step " + step + " goes on at the next start");
            }
            CaseRef ref = beforehand.get();
            transaction.executeWithoutResult(status -> {
                deed.accept(ref);
                db.sql("insert into sample.deed (step, number, case_ref) values (:step, :number, :ref)")
                        .param("step", step)
                        .param("number", mine)
                        .param("ref", ref.value())
                        .update();
            });
            return ref;
        });
    }

    // Outside the steps nothing is made again, so nothing has to be remembered.
    private CaseRef unwritten(Supplier<CaseRef> beforehand, Consumer<CaseRef> deed) {
        CaseRef ref = beforehand.get();
        transaction.executeWithoutResult(status -> deed.accept(ref));
        return ref;
    }

    /** The same for what needs nothing beforehand. */
    void once(CaseRef ref, Runnable deed) {
        once(() -> ref, same -> deed.run());
    }
}
