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
 * Ends a session ten hours after its login, however busy it is. Measured by the machine's clock, like the container's
 * own idle limit, not by the business clock, which the sample moves.
 */
class SessionAge extends OncePerRequestFilter {

    static final Duration OLDEST = Duration.ofHours(10);
    static final String SINCE = SessionAge.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(SINCE) instanceof Long since
                && System.currentTimeMillis() - since > OLDEST.toMillis()) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
