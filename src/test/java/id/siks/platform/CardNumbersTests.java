package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of persons and family cards in free words. */
class CardNumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NIK 1804042602850224 tolong",
                "1804042602850224",
                "kk:1804.0426.0285.0224.",
                "18 04 04 26 02 85 02 24",
                "1804-0426-0285-0224, anaknya",
                "1804042602850224 2 anak",
                "1804 0426 0285 0224",
                "nomor 2 1804 0466 0285 0224",
                "180404 260285 0224",
                "9999999999999999"
            })
    void are_found_however_they_are_written(String words) {
        assertThat(CardNumbers.fault("comment", words))
                .contains(FieldError.of("comment", "platform.error.card-number"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Telepon 081234567890 atau 081234567891",
                "0812 3456 7890 0813 9876 5432",
                "0812-3456-7890-0813-9876-5432",
                "Tahun 2023 2024 2025 2026",
                "Token 2211 3344 5566 7788 9900",
                "180404260285022",
                "18040426028502245",
                "USL-1804-26-000123 dan USL-1804-26-000124",
                "Cuti 01-12-2026 05-12-2026",
                "2026-12-01 2026-12-31",
                "Rp 1.250.000",
                ""
            })
    void are_not_seen_where_there_are_none(String words) {
        assertThat(CardNumbers.fault("comment", words)).isEmpty();
    }

    @Test
    void are_refused_in_every_sentence_of_a_small_form() {
        assertThatThrownBy(() -> Sentences.required("note", "NIK 1804042602850224", 500))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("note: platform.error.card-number");
        assertThatThrownBy(() -> Sentences.optional("giveReason", "NIK 1804042602850224", 500))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("giveReason: platform.error.card-number");
    }
}
