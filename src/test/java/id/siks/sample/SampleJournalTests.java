package id.siks.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.platform.Preparation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A step of the sample that was killed in the middle is made again, and nothing in it twice. */
@EngineTest
class SampleJournalTests {

    private static final int STEP = 4711;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final List<String> deeds = new ArrayList<>();

    @BeforeEach
    void nothingWasDone() {
        db.sql("delete from sample.deed").update();
    }

    @Test
    void what_was_done_before_a_kill_is_not_done_again_and_what_was_not_is() {
        SampleJournal killed = opened(new Preparation());
        CaseRef first = killed.once(() -> ref(1), ref -> deeds.add("first"));
        assertThatThrownBy(() -> killed.once(() -> ref(2), ref -> {
                    db.sql("insert into sample.progress (part, done) values ('HALF', 1)")
                            .update();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        SampleJournal goesOn = opened(new Preparation());
        assertThat(goesOn.once(() -> ref(9), ref -> deeds.add("first again"))).isEqualTo(first);
        assertThat(goesOn.once(() -> ref(3), ref -> deeds.add("second"))).isEqualTo(ref(3));
        assertThat(deeds).containsExactly("first", "second");
        assertThat(db.sql("select count(*) from sample.progress where part = 'HALF'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nothing_is_begun_when_the_application_closes() {
        Preparation closing = mock();
        when(closing.isClosing()).thenReturn(true);
        SampleJournal journal = opened(closing);
        assertThatThrownBy(() -> journal.once(() -> ref(1), ref -> deeds.add("too late")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(deeds).isEmpty();
    }

    private SampleJournal opened(Preparation preparation) {
        SampleJournal journal = new SampleJournal(db, preparation, transaction);
        journal.open(STEP);
        return journal;
    }

    private static CaseRef ref(int number) {
        return new CaseRef("USL-1804-26-%06d".formatted(number));
    }
}
