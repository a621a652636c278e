package id.siks.processadmin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.NotFound;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the engine knows of a case is said in words; what has none stands as it is. */
class KnownWordsTests {

    private final Areas areas = mock(Areas.class);
    private final KnownWords words = new KnownWords(areas, messages());

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void a_value_nobody_has_called_otherwise_stands_as_it_is() {
        assertThat(words.name("fieldCheckNeeded")).isEqualTo("A visit is needed");
        assertThat(words.name("secondLook")).isEqualTo("secondLook");
        assertThat(words.value("fieldCheckNeeded", "true")).isEqualTo("yes");
        assertThat(words.value("secondLook", "AGREED")).isEqualTo("AGREED");
        assertThat(words.value("secondLook", null)).isNull();
    }

    @Test
    void an_area_nobody_knows_keeps_nobody_from_the_case() {
        when(areas.path(any(AreaCode.class))).thenThrow(new NotFound("area"));

        assertThat(words.value("areaCode", "9999999999")).isEqualTo("9999999999");
        assertThat(words.value("areaCode", "elsewhere")).isEqualTo("elsewhere");
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.processadmin");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
