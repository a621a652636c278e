package id.siks.platform.web;

import id.siks.platform.TooManyRequests;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What those hear whom a door does not open to: strangers are led to the login, others told no. */
@Component
public class DoorKeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Request attribute: the refusal is about the page's age, not about the person. */
    static final String STALE_PAGE = DoorKeeper.class.getName() + ".stale-page";

    private final AccessMatrix matrix;
    private final ShutDoors shut;

    DoorKeeper(AccessMatrix matrix, ShutDoors shut) {
        this.matrix = matrix;
        this.shut = shut;
    }

    /** Tells somebody a filter sends away that he came too often; thrown on, it would fill the log with its way through them. */
    public static void turnAway(HttpServletRequest request, HttpServletResponse response, TooManyRequests tooMany)
            throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, tooMany);
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (Wishes.of(request) == Wishes.PAGE) {
            response.sendRedirect(request.getContextPath() + "/login");
            return;
        }
        response.setHeader("HX-Redirect", request.getContextPath() + "/login");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (cause instanceof CsrfException) {
            request.setAttribute(STALE_PAGE, true);
            // With his session everybody loses what proves that a page is his.
            response.sendError(isSignedIn() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String path = Paths.of(request);
        List<String> methods = matrix.methods(path);
        Optional<AccessMatrix.Row> row = matrix.row(request.getMethod(), path);
        if (methods.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (row.isEmpty()) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            shut.knocked(row.get().path().getPatternString(), row.get().keys(path));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }
}
