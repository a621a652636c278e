package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class FaultsTests {

    @Test
    void every_fault_is_told_in_the_order_of_the_fields() {
        Faults faults = new Faults();

        String name = faults.of(() -> "Siti");
        String words = faults.of(() -> Sentences.required("words", "", 500));
        faults.check(() -> Sentences.required("reason", "", 500));

        assertThat(name).isEqualTo("Siti");
        assertThat(words).isNull();
        assertThat(catchThrowableOfType(InvalidInput.class, faults::refuse).errors())
                .extracting(FieldError::field)
                .containsExactly("words", "reason");
    }

    @Test
    void without_a_fault_nothing_is_refused() {
        Faults faults = new Faults();
        faults.check(() -> {});

        faults.refuse();
    }
}
