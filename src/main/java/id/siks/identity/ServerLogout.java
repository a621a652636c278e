package id.siks.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Whoever leaves us leaves the login server too; else the next one at the same machine would be in without a password. The
 * ID token, which the server wants to see then, waits in the session and stands in the address one leaves by. From our realm it
 * holds nothing of the person but his key there; of another server the guide asks the same (security requirement 22).
 */
@Component
@WithLoginServer
class ServerLogout implements LogoutHandler, LogoutSuccessHandler {

    /** Where one comes back to who has left. */
    static final String BYE = "/login?bye";

    /** Where one comes back to whom the server knows and we do not. */
    static final String UNKNOWN = "/login?unknown";

    private static final String TOKEN = ServerLogout.class.getName();

    private final LoginServer server;

    ServerLogout(LoginServer server) {
        this.server = server;
    }

    /** The session began with {@code idToken}. */
    void remember(String idToken, HttpServletRequest request) {
        request.getSession().setAttribute(TOKEN, idToken);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication leaving) {
        HttpSession session = request.getSession(false);
        request.setAttribute(TOKEN, session == null ? null : session.getAttribute(TOKEN));
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication left)
            throws IOException {
        leave((String) request.getAttribute(TOKEN), BYE, request, response);
    }

    /** Leads out through the login server to {@code page}; straight there when it cannot be asked. */
    void leave(String idToken, String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String out = Optional.ofNullable(idToken)
                .flatMap(token -> server.goodbye(token, page))
                .orElse(request.getContextPath() + page);
        response.sendRedirect(out);
    }
}
