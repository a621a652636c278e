package id.siks.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** What kind of answer the client can use. */
public enum Wishes {
    PAGE,
    FRAGMENT,
    JSON;

    /** What the request asks for. */
    public static Wishes of(HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            return FRAGMENT;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean json = accept != null
                && (accept.contains("application/json") || accept.contains("application/problem+json"))
                && !accept.contains("text/html");
        return json ? JSON : PAGE;
    }
}
