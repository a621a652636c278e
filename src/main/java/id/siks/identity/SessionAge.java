package id.siks.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session ten hours after its login, however busy it is, and when its owner was not there for its idle limit: the
 * container's own limit counts what open pages ask by themselves. Measured by the machine's clock, like that limit, not by the
 * business clock, which the sample moves.
 */
class SessionAge extends OncePerRequestFilter {

    static final Duration OLDEST = Duration.ofHours(10);
    static final String SINCE = SessionAge.class.getName();
    static final String SEEN = SessionAge.class.getName() + ".seen";

    /** The session's age counts from now. */
    static void begin(HttpSession session) {
        session.setAttribute(SINCE, System.currentTimeMillis());
        somebodyIsThere(session);
    }

    /** Its owner is there now. */
    static void somebodyIsThere(HttpSession session) {
        session.setAttribute(SEEN, System.currentTimeMillis());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(SINCE) instanceof Long since
                && session.getAttribute(SEEN) instanceof Long seen
                && (isPast(since, OLDEST) || isPast(seen, Duration.ofSeconds(session.getMaxInactiveInterval())))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private static boolean isPast(long moment, Duration limit) {
        return System.currentTimeMillis() - moment > limit.toMillis();
    }
}
