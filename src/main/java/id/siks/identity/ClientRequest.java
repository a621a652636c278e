package id.siks.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What a client asks: it has no session, whatever cookie it carries, and is answered with data, whatever it would take. */
class ClientRequest extends HttpServletRequestWrapper {

    /** How the headers begin with which a page asks for a part of itself. */
    private static final String PAGES = "HX-";

    ClientRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public HttpSession getSession(boolean create) {
        if (create) {
            throw new IllegalStateException("a client has no session");
        }
        return null;
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public String getHeader(String name) {
        if (HttpHeaders.ACCEPT.equalsIgnoreCase(name)) {
            return MediaType.APPLICATION_JSON_VALUE;
        }
        return isOfPages(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (HttpHeaders.ACCEPT.equalsIgnoreCase(name)) {
            return Collections.enumeration(Collections.singleton(MediaType.APPLICATION_JSON_VALUE));
        }
        return isOfPages(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isOfPages(name))
                .toList());
    }

    private static boolean isOfPages(String name) {
        return PAGES.regionMatches(true, 0, name, 0, PAGES.length());
    }
}
