package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class PerTransactionTests {

    private final PerTransaction<List<String>> words = new PerTransaction<>(ArrayList::new);
    private final TransactionTemplate transaction = new TransactionTemplate(new ToldTransactions(new ArrayList<>()));

    @AfterEach
    void nothing_is_left_of_the_transaction() {
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    @Test
    void a_transaction_finds_what_it_has_and_the_next_begins_anew() {
        transaction.executeWithoutResult(status -> {
            words.current().add("one");
            words.current().add("two");
            assertThat(words.current()).containsExactly("one", "two");
        });
        transaction.executeWithoutResult(status -> assertThat(words.current()).isEmpty());
    }

    @Test
    void one_inside_another_has_its_own_and_the_outer_finds_its_own_again() {
        TransactionTemplate inner = new TransactionTemplate(transaction.getTransactionManager(), transaction);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            words.current().add("outer");
            inner.executeWithoutResult(other -> assertThat(words.current()).isEmpty());
            assertThat(words.current()).containsExactly("outer");
        });
    }

    @Test
    void two_kinds_of_things_are_apart() {
        PerTransaction<List<String>> others = new PerTransaction<>(ArrayList::new);
        transaction.executeWithoutResult(status -> {
            words.current().add("one");
            assertThat(others.current()).isEmpty();
        });
    }

    @Test
    void outside_of_a_transaction_nobody_has_any() {
        assertThatIllegalStateException().isThrownBy(words::current);
    }
}
