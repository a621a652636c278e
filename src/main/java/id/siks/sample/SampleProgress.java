package id.siks.sample;

import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the sample is made. What is written in the transaction that makes it is true after a kill, too. */
@Repository
class SampleProgress {

    private final JdbcClient db;

    SampleProgress(JdbcClient db) {
        this.db = db;
    }

    /** How much of the part is made; empty when it was never begun. */
    OptionalInt of(Part part) {
        return db.sql("select done from sample.progress where part = :part")
                .param("part", part.name())
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** So much of the part is made now. */
    void reached(Part part, int done) {
        db.sql(
                        """
                        insert into sample.progress (part, done) values (:part, :done)
                        on conflict (part) do update set done = excluded.done""")
                .param("part", part.name())
                .param("done", done)
                .update();
    }

    /** What the sample consists of. */
    enum Part {
        /** The small sample: 0 when begun, 1 when made. */
        SMALL,
        /** Steps of the small sample that are done. */
        STEPS,
        /** Where in time the small sample is: minutes since 1970. */
        CLOCK,
        /** Families taken over into the register. */
        FAMILIES,
        /** Open cases handed in. */
        OPEN_CASES
    }
}
