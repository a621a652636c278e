package id.siks.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * Where somebody lands who has just signed in: on the page he wanted to open before, for example from a mail, when it opens
 * to him; else at home.
 */
@Component
public class Landing {

    private final RequestCache wanted = new HttpSessionRequestCache();
    private final AccessMatrix matrix;
    private final Visitors visitors;

    Landing(AccessMatrix matrix, Visitors visitors) {
        this.matrix = matrix;
        this.visitors = visitors;
    }

    /** A path of ours, once for what was wanted; the person must be signed in to this request already. */
    public String after(HttpServletRequest request, HttpServletResponse response) {
        Optional<DefaultSavedRequest> before = Optional.ofNullable(wanted.getRequest(request, response))
                .filter(DefaultSavedRequest.class::isInstance)
                .map(DefaultSavedRequest.class::cast);
        wanted.removeRequest(request, response);
        return before.filter(Landing::isPage)
                .map(saved -> LocalPath.of(
                        saved.getRequestURI().substring(request.getContextPath().length())))
                .filter(this::opens)
                .orElse("/");
    }

    /** {@code path} when it is a page of ours that opens to the person signed in to this request, else home. */
    public String at(String path) {
        String local = LocalPath.of(path);
        return opens(local) ? local : "/";
    }

    /** What a page fetches for itself is no place to be. */
    private static boolean isPage(DefaultSavedRequest saved) {
        return "GET".equals(saved.getMethod())
                && saved.getHeaderValues("HX-Request").isEmpty()
                && saved.getHeaderValues(HttpHeaders.ACCEPT).stream()
                        .anyMatch(accept -> accept.contains(MediaType.TEXT_HTML_VALUE));
    }

    private boolean opens(String path) {
        return matrix.row("GET", path)
                .filter(row -> row.admits(visitors.current()))
                .isPresent();
    }
}
