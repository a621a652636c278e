package id.siks.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody with an account at the login server, at its pages: he knows his password and has a telephone that shows codes. */
final class Officer {

    private static final int A_CODE_SECONDS = 30;
    private static final int A_MILLION = 1_000_000;

    private final Person person;
    private final String login;
    private String password;
    private byte[] secret;
    private long lastCode;

    Officer(Person person, String login, String password) {
        this.person = person;
        this.login = login;
        this.password = password;
    }

    Person person() {
        return person;
    }

    Page page() {
        return person.page();
    }

    /** Begins at the application's page and proves his password. */
    void begins() {
        person.open("/login");
        page().getByText("Masuk dengan akun petugas").click();
        saysWhoHeIs();
        provesPassword();
    }

    void saysWhoHeIs() {
        page().locator("#username").fill(login);
    }

    void provesPassword() {
        page().locator("#password").fill(password);
        page().locator("#kc-login").click();
    }

    /** Chooses a password of his own in place of the one he was given. */
    void choosesPassword(String own) {
        page().locator("#password-new").fill(own);
        page().locator("#password-confirm").fill(own);
        page().locator("#kc-submit").click();
        password = own;
    }

    /** Scans the picture that his telephone makes codes of. */
    void scansPicture() {
        assertThat(page().locator("#kc-totp-secret-qr-code")).isVisible();
        secret = page().locator("#totpSecret").inputValue().getBytes(StandardCharsets.UTF_8);
        page().locator("#totp").fill(nextCode());
        page().locator("#saveTOTPBtn").click();
    }

    void provesCode() {
        page().locator("#otp").fill(nextCode());
        page().locator("#kc-login").click();
    }

    /** RFC 6238. Each code counts once, and the next one counts already. */
    private String nextCode() {
        lastCode = Math.max(lastCode + 1, System.currentTimeMillis() / 1000 / A_CODE_SECONDS);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] made = mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(lastCode).array());
            int number = ByteBuffer.wrap(made).getInt(made[made.length - 1] & 0xf) & Integer.MAX_VALUE;
            return "%06d".formatted(number % A_MILLION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
