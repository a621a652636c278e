package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.platform.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTests {

    @ParameterizedTest
    @ValueSource(strings = {"..........", "!!!!!!!!!!!!", "tidak  !!!!!", "-- a b c d e f g h i --"})
    void what_has_fewer_than_ten_letters_explains_nothing(String sentence) {
        assertThatThrownBy(() -> Reason.given(ReasonCode.OTHER, sentence))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(fault -> {
                            assertThat(fault.field()).isEqualTo("reasonText");
                            assertThat(fault.message().key()).isEqualTo("casework.error.reason-too-short");
                        }));
    }

    @Test
    void letters_and_digits_of_a_sentence_count() {
        assertThat(Reason.given(ReasonCode.OTHER, " RT 003 RW 001 ").sentence()).isEqualTo("RT 003 RW 001");
    }

    /** Somebody may have written nothing but dots when that was still accepted: his cases stay readable. */
    @Test
    void what_was_kept_earlier_is_read_as_it_is() {
        assertThat(new Reason(ReasonCode.OTHER, "..........").sentence()).isEqualTo("..........");
    }
}
