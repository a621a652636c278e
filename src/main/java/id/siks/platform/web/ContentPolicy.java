package id.siks.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the browser what a page may load: our own files only, no inline code (requirement 20). The nonce of the request
 * is the request attribute {@value #NONCE}.
 */
class ContentPolicy extends OncePerRequestFilter {

    static final String NONCE = "cspNonce";

    private static final String FORMS = ContentPolicy.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String POLICY = "default-src 'none'; script-src 'self' 'nonce-%1$s'; style-src 'self' %2$s; "
            + "img-src 'self' data: blob:; font-src 'self'%3$s; connect-src 'self'; form-action 'self'%4$s; "
            + "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private final String forms;

    ContentPolicy(Stream<FormTarget> forms) {
        this.forms = forms.map(target -> " " + target.origin()).collect(Collectors.joining());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        request.setAttribute(FORMS, forms);
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce, "'nonce-" + nonce + "'", "", forms));
        chain.doFilter(request, response);
    }

    /** For a page whose drawings are styled inline and whose style sheets carry their fonts. */
    static void allowPageStyles(HttpServletRequest request, HttpServletResponse response) {
        String policy =
                POLICY.formatted(request.getAttribute(NONCE), "'unsafe-inline'", " data:", request.getAttribute(FORMS));
        response.setHeader("Content-Security-Policy", policy);
    }

    @Configuration(proxyBeanMethods = false)
    static class Setup {

        @Bean
        FilterRegistrationBean<ContentPolicy> contentPolicy(ObjectProvider<FormTarget> forms) {
            FilterRegistrationBean<ContentPolicy> filter =
                    new FilterRegistrationBean<>(new ContentPolicy(forms.stream()));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
            return filter;
        }
    }
}
