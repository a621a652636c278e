package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Why the server cannot use a form is said at the field, in the language of the page. */
@EngineTest
class UnusableFormTests {

    @Autowired
    ModelCheck check;

    @Autowired
    MessageSource messages;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reasonText | signature | signature | «Keputusan kepala desa/lurah»: tidak dapat dipakai server. Kunci signature dipakai dua kali. | «Keputusan kepala desa/lurah»: the server cannot use it. The key signature is used twice.",
                "reasonText | version | version | «Apa yang harus diperbaiki?»: tidak dapat dipakai server. Kunci version dipakai halaman itu sendiri. | «Apa yang harus diperbaiki?»: the server cannot use it. The key version is used by the page itself."
            })
    void the_field_and_the_reason_are_said(String key, String taken, String at, String indonesian, String english) {
        String form = Hostile.of(ModelKind.FORM, "proposal", "sign-meeting").right();

        Finding finding = check.check(
                        ModelKind.FORM,
                        "sign-meeting",
                        form.replace("\"key\": \"" + key + "\"", "\"key\": \"" + taken + "\""))
                .refusals()
                .get(0);

        assertThat(finding.rule()).isEqualTo(Rule.FORM_NOT_USABLE.code());
        assertThat(finding.element()).isEqualTo(at);
        assertThat(said(finding, Locale.forLanguageTag("id"))).isEqualTo(indonesian);
        assertThat(said(finding, Locale.ENGLISH)).isEqualTo(english);
    }

    private String said(Finding finding, Locale locale) {
        return messages.getMessage(
                finding.sentence().key(), finding.sentence().args().toArray(), locale);
    }
}
