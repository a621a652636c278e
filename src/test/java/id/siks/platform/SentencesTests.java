package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SentencesTests {

    @Test
    void a_sentence_is_as_long_as_its_letters_and_digits() {
        assertThat(Sentences.required("why", " Surat 12/3, lengkap. ", 10, 200)).isEqualTo("Surat 12/3, lengkap.");
        assertThatThrownBy(() -> Sentences.required("why", "..........", 10, 200))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Sentences.required("why", "?!?", 200)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void letters_of_any_script_count() {
        assertThat(Sentences.isShort("ꦄꦏ", 2)).isFalse();
        assertThat(Sentences.isShort("é", 1)).isFalse();
        assertThat(Sentences.isShort("…", 1)).isTrue();
    }
}
