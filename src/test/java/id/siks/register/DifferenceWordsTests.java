package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the civil registry says differently is said in people's words, numbers masked unless they may be read. */
class DifferenceWordsTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final DifferenceWords words = new DifferenceWords(messages());

    @Test
    void datesAndCodesAreWords() {
        assertThat(words.say("birthDate", "1964-09-16", false, INDONESIAN)).isEqualTo("16 September 1964");
        assertThat(words.say("sex", "FEMALE", false, INDONESIAN)).isEqualTo("Perempuan");
        assertThat(words.say("fullName", "SITI", false, INDONESIAN)).isEqualTo("SITI");
        assertThat(words.say("sex", null, false, INDONESIAN)).isEqualTo("–");
    }

    @Test
    void aFamilyCardNumberIsMaskedUnlessItMayBeRead() {
        assertThat(words.say("familyCardNumber", "1804041511171063", false, INDONESIAN))
                .isEqualTo("1804********1063");
        assertThat(words.say("familyCardNumber", "1804041511171063", true, INDONESIAN))
                .isEqualTo("1804041511171063");
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages/register");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
