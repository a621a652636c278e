package id.siks.finalization.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.casework.SystemWords;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

/** What a period is called is kept in Indonesian and read in the reader's language. */
class PeriodWordsTests {

    private final PeriodWords words = new PeriodWords(messages());

    @Test
    void the_months_of_a_period_are_read_in_another_language() {
        assertThat(words.in(Locale.ENGLISH, "Periode September 2026")).contains("Period September 2026");
        assertThat(words.in(Locale.ENGLISH, "Periode Desember 2026–Februari 2027"))
                .contains("Period December 2026–February 2027");
        assertThat(words.in(Locale.ENGLISH, "Periode Agustus–Oktober 2026")).contains("Period August–October 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Siti Rahmawati", "Periode", "Periode uji", "Periode Siti 2026", "Periode Mei 2026 dan Juni 2026"
            })
    void what_is_no_period_stays(String text) {
        assertThat(words.in(Locale.ENGLISH, text)).isEmpty();
    }

    private static StaticMessageSource messages() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("finalization.period.called", SystemWords.OFFICIAL, "Periode {0}");
        messages.addMessage("finalization.period.called", Locale.ENGLISH, "Period {0}");
        return messages;
    }
}
