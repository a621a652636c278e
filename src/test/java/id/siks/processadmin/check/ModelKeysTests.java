package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.engine.StepFacades;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of models: no two may call the same steps. */
class ModelKeysTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-null-",
            value = {
                "proposal-trunk, true",
                "c3, true",
                "proposal--trunk, false",
                "proposal-trunk-, false",
                "-proposal, false",
                "3c, false",
                "Proposal, false",
                "x, false",
                "-null-, false"
            })
    void hyphens_stand_singly_between_words(String key, boolean valid) {
        assertThat(ModelKeys.valid(key)).isEqualTo(valid);
    }

    @Test
    void at_most_63_letters() {
        assertThat(ModelKeys.valid("a".repeat(63))).isTrue();
        assertThat(ModelKeys.valid("a".repeat(64))).isFalse();
    }

    @Test
    void what_is_refused_would_have_called_the_steps_of_another() {
        assertThat(StepFacades.nameFor("proposal--trunk")).isEqualTo(StepFacades.nameFor("proposal-trunk"));
    }
}
