package id.siks.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes for an address, and that nothing else gets into the head of a mail. */
class MailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siti@lampungbaratkab.go.id",
                "Siti.Aminah+siks@dinsos.lampungbaratkab.go.id",
                "s@a.id",
                "o'brien_2@example-1.co.id",
                "a@b.xn--p1ai"
            })
    void usable(String address) {
        assertThat(MailAddress.isUsable(address)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "siti",
                "siti@",
                "@go.id",
                "siti@localhost",
                "siti@127.0.0.1",
                "siti@[127.0.0.1]",
                ".siti@go.id",
                "siti.@go.id",
                "si..ti@go.id",
                "siti@go..id",
                "siti@-go.id",
                "siti@go.id.",
                "siti@go.id ",
                "siti@go.id,budi@go.id",
                "siti@go.id;budi@go.id",
                "Siti <siti@go.id>",
                "\"si ti\"@go.id",
                "siti@go.id\r\nBcc: semua@go.id",
                "siti@go.id\nBcc: semua@go.id",
                "siti@go.id%0ABcc:semua@go.id",
                "siti\u0000@go.id",
                "sití@go.id",
                "siti@gö.id",
                "siti@go.id\u2028Bcc: semua@go.id"
            })
    void unusable(String address) {
        assertThat(MailAddress.isUsable(address)).isFalse();
    }

    @Test
    void an_address_has_an_end() {
        String longest = "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60) + ".id";
        assertThat(MailAddress.isUsable(longest)).isTrue();
        assertThat(MailAddress.isUsable("a" + longest)).isFalse();
        assertThat(MailAddress.isUsable("a@" + "b.".repeat(130) + "id")).isFalse();
    }

    @Test
    void a_letter_has_no_lines_of_others_in_its_head() {
        assertThatThrownBy(() -> letter("siti@go.id\r\nBcc: semua@go.id", "Kabar"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> letter("siti@go.id", "Kabar\r\nBcc: semua@go.id"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_server_needs_an_address_to_send_from() {
        assertThatThrownBy(() -> new MailSettings("smtp.go.id", 587, "", "", MailSettings.Tls.STARTTLS, ""))
                .hasMessageContaining("siks.mail.from");
        assertThat(new MailSettings("", 587, "", "", MailSettings.Tls.STARTTLS, "").isOn())
                .isFalse();
    }

    @Test
    void the_password_is_not_told() {
        assertThat(new MailSettings("smtp.go.id", 587, "siks", "rahasia", MailSettings.Tls.TLS, "siks@go.id")
                        .toString())
                .doesNotContain("rahasia");
    }

    private static Letter letter(String to, String subject) {
        return new Letter("1@go.id", to, subject, "Kabar", "<p>Kabar</p>", Locale.ENGLISH);
    }
}
