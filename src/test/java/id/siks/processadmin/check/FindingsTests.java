package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the check has to say is read from the top: first what keeps a file from being released. */
class FindingsTests {

    private final ResourceBundleMessageSource messages = messages();

    @Test
    void refusals_stand_before_warnings() {
        Findings findings = new Findings();
        findings.add(Rule.STEP_LEFT_OUT, "a");
        findings.add(Rule.END_MISSING, "b");
        findings.add(Rule.DEADLINE_WITHOUT_RULE, "c");
        findings.add(Rule.START_NOT_PLAIN, "d");

        assertThat(findings.report().findings())
                .extracting(Finding::rule)
                .containsExactly("end-missing", "start-not-plain", "step-left-out", "deadline-without-rule");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 0 | 3 harus diperbaiki sebelum dapat dirilis.",
                "3 | 2 | 3 harus diperbaiki sebelum dapat dirilis, 2 peringatan.",
                "0 | 1 | Tidak ada yang menghalangi rilis, 1 peringatan."
            })
    void none_is_not_counted(int refused, int warned, String said) {
        assertThat(messages.getMessage(
                        "processadmin.draft.findings.count", new Object[] {refused, warned}, new Locale("id")))
                .isEqualTo(said);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.processadmin");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
