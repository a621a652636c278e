package id.siks.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What we ask of the login server: code flow with PKCE; on request a second factor (OpenID Connect Core 3.1.2.1,
 * {@code acr_values}), or that it asks the person anew ({@code prompt}, {@code max_age}).
 */
final class LoginRequests implements OAuth2AuthorizationRequestResolver {

    /** Path at which a login begins. */
    static final String START = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/"
            + LoginServer.REGISTRATION;

    /** Parameter of {@link #START}: with a second factor. */
    static final String FACTOR = "factor";

    /** Parameter of {@link #START}: asked anew, with a second factor. */
    static final String FRESH = "fresh";

    /** Parameter of {@link #START}: the page of ours to come back to. */
    static final String THEN = "then";

    private static final String ERRAND = LoginRequests.class.getName();

    private final DefaultOAuth2AuthorizationRequestResolver plain;
    private final LoginSettings settings;

    LoginRequests(ClientRegistrationRepository registrations, LoginSettings settings) {
        this.settings = settings;
        plain = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        plain.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return extended(plain.resolve(request), request);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return extended(plain.resolve(request, registration), request);
    }

    /** What this session's login was begun for; told once. */
    static Errand errand(HttpSession session) {
        Errand errand = (Errand) session.getAttribute(ERRAND);
        session.removeAttribute(ERRAND);
        return errand == null ? new Errand(false, null) : errand;
    }

    private OAuth2AuthorizationRequest extended(OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        if (asked == null) {
            return null;
        }
        boolean fresh = request.getParameter(FRESH) != null;
        boolean factor = fresh || request.getParameter(FACTOR) != null;
        request.getSession().setAttribute(ERRAND, new Errand(factor, request.getParameter(THEN)));
        Map<String, Object> more = new HashMap<>(asked.getAdditionalParameters());
        if (factor && !settings.acr().isEmpty()) {
            more.put("acr_values", String.join(" ", settings.acr()));
        }
        if (fresh) {
            more.put("prompt", "login");
            more.put("max_age", FreshLogin.FRESH.toSeconds());
        }
        return OAuth2AuthorizationRequest.from(asked).additionalParameters(more).build();
    }

    /**
     * What a login was begun for.
     *
     * @param factor true when a second factor was asked for
     * @param then page of ours to come back to as it was asked for, or null
     */
    record Errand(boolean factor, String then) implements Serializable {}
}
