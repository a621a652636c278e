package id.siks.identity;

import id.siks.platform.Refused;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks that somebody proved a short while ago who he is, before acts that change what everybody works by (security
 * requirement 7). What counts is when the login server last asked him, not when it last let him through; measured by the
 * machine's clock.
 */
@Component
public class FreshLogin {

    /** How long a log-in counts as fresh. */
    public static final Duration FRESH = Duration.ofMinutes(15);

    static final String PROVEN = FreshLogin.class.getName();

    private final LoginSettings settings;

    FreshLogin(LoginSettings settings) {
        this.settings = settings;
    }

    /** True when whoever has the session proved a short while ago who he is. */
    public boolean isFresh(HttpSession session) {
        return session != null
                && session.getAttribute(PROVEN) instanceof Long proven
                && System.currentTimeMillis() - proven <= FRESH.toMillis();
    }

    /** {@link Refused} unless {@link #isFresh}. */
    public void require(HttpSession session) {
        if (!isFresh(session)) {
            throw Refused.because("identity.fresh-login", FRESH.toMinutes());
        }
    }

    /** Where the login server asks anew and leads back to {@code page}; null where one logs out and chooses oneself again. */
    public String again(String page) {
        return settings.demo()
                ? null
                : UriComponentsBuilder.fromPath(LoginRequests.START)
                        .queryParam(LoginRequests.FRESH)
                        .queryParam(LoginRequests.THEN, page)
                        .toUriString();
    }
}
