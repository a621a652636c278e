package id.siks.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** The path of a request as the matrix writes it. */
final class Paths {

    private Paths() {}

    static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
