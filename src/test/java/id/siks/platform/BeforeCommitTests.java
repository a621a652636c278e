package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class BeforeCommitTests {

    private final List<String> done = new ArrayList<>();
    private final TransactionTemplate transaction = new TransactionTemplate(new ToldTransactions(done));

    @AfterEach
    void nothing_is_left_of_the_transaction() {
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    @Test
    void deeds_wait_for_the_end_and_come_in_the_order_they_were_asked_for() {
        commits(() -> {
            BeforeCommit.run(() -> done.add("first"));
            BeforeCommit.run(() -> done.add("second"));
            done.add("step");
        });

        assertThat(done).containsExactly("step", "first", "second", "commit");
    }

    @Test
    void what_a_deed_asks_for_is_done_too() {
        commits(() -> BeforeCommit.run(
                () -> BeforeCommit.run(() -> BeforeCommit.run(() -> done.add("asked for by what was asked for")))));

        assertThat(done).containsExactly("asked for by what was asked for", "commit");
    }

    @Test
    void what_is_gathered_is_written_once_after_every_deed() {
        commits(() -> {
            gather("one");
            BeforeCommit.run(() -> {
                gather("two");
                BeforeCommit.run(() -> gather("three"));
            });
        });

        assertThat(done).containsExactly("[one, two, three]", "commit");
    }

    @Test
    void what_is_first_gathered_by_a_deed_is_written_too() {
        commits(() -> BeforeCommit.run(() -> gather("late")));

        assertThat(done).containsExactly("[late]", "commit");
    }

    @Test
    void a_deed_that_a_writing_asks_for_comes_before_the_next_writing() {
        commits(() -> {
            BeforeCommit.gathered("asks", ArrayList::new, all -> BeforeCommit.run(() -> gather("late")));
            gather("early");
        });

        assertThat(done).containsExactly("[early, late]", "commit");
    }

    @Test
    void what_is_gathered_anew_after_it_was_written_is_written_apart() {
        commits(() -> {
            gather("early");
            BeforeCommit.gathered("asks", ArrayList::new, all -> BeforeCommit.run(() -> gather("late")));
        });

        assertThat(done).containsExactly("[early]", "[late]", "commit");
    }

    @Test
    void a_fault_undoes_the_transaction_and_nothing_more_is_done() {
        assertThatThrownBy(() -> commits(() -> {
                    BeforeCommit.run(() -> {
                        throw new IllegalArgumentException("no");
                    });
                    BeforeCommit.run(() -> done.add("next"));
                }))
                .hasMessage("no");

        assertThat(done).containsExactly("rollback");
    }

    @Test
    void what_is_undone_does_nothing_at_its_end() {
        transaction.executeWithoutResult(status -> {
            gather("one");
            BeforeCommit.run(() -> done.add("deed"));
            status.setRollbackOnly();
        });

        assertThat(done).containsExactly("rollback");
    }

    @Test
    void a_transaction_inside_another_has_an_end_of_its_own() {
        TransactionTemplate inner = new TransactionTemplate(transaction.getTransactionManager(), transaction);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        commits(() -> {
            gather("outer");
            inner.executeWithoutResult(status -> gather("inner"));
            gather("outer again");
        });

        assertThat(done).containsExactly("[inner]", "commit", "[outer, outer again]", "commit");
    }

    /** Rather than not at all, without anybody noticing. */
    @Test
    void whoever_comes_when_everything_is_done_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> commits(() -> {
                    gather("early");
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            gather("late");
                        }
                    });
                }));

        assertThat(done).containsExactly("[early]", "rollback");
    }

    private void commits(Runnable step) {
        transaction.executeWithoutResult(status -> step.run());
    }

    private void gather(String word) {
        BeforeCommit.gathered("words", ArrayList<String>::new, words -> done.add(words.toString()))
                .add(word);
    }
}
