package id.siks.identity;

import id.siks.platform.Refused;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Asks for a log-in a short while ago before acts that change what everybody works by (security requirement 7). Measured by the
 * machine's clock, as the session's age is.
 */
@Component
public class FreshLogin {

    /** How long a log-in counts as fresh. */
    public static final Duration FRESH = Duration.ofMinutes(15);

    FreshLogin() {}

    /** True when whoever has the session logged in a short while ago. */
    public boolean isFresh(HttpSession session) {
        return session != null
                && session.getAttribute(SessionAge.SINCE) instanceof Long since
                && System.currentTimeMillis() - since <= FRESH.toMillis();
    }

    /** {@link Refused} unless {@link #isFresh}. */
    public void require(HttpSession session) {
        if (!isFresh(session)) {
            throw Refused.because("identity.fresh-login", FRESH.toMinutes());
        }
    }
}
