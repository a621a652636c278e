package id.siks.identity;

import id.siks.platform.web.Landing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Sign-in at the login server: OpenID Connect code flow with PKCE (requirement 19). The server says who somebody is;
 * what he may do stands in our own assignments.
 */
@Component
@ConditionalOnExpression("!'${siks.login.issuer:}'.isBlank()")
class OpenIdLogin {

    static final String REGISTRATION = "siks";

    private final LoginSettings settings;
    private final Subjects subjects;
    private final SignIn signIn;
    private final Limits limits;
    private final Emails emails;
    private final Landing landing;

    OpenIdLogin(
            LoginSettings settings, Subjects subjects, SignIn signIn, Limits limits, Emails emails, Landing landing) {
        this.settings = settings;
        this.subjects = subjects;
        this.signIn = signIn;
        this.limits = limits;
        this.emails = emails;
        this.landing = landing;
    }

    void join(HttpSecurity http) throws Exception {
        // Asked for at the first login, so that we start while the login server is down (requirement 29).
        ClientRegistrationRepository registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
        DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(registrations)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .successHandler(this::welcome)
                .failureHandler((request, response, failure) -> {
                    limits.use(Limit.FAILED_LOGIN, request.getRemoteAddr());
                    response.sendRedirect(request.getContextPath() + "/login?failed");
                }));
    }

    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication proven) throws IOException {
        OidcUser person = (OidcUser) proven.getPrincipal();
        Optional<Actor> actor = subjects.actor(person.getSubject(), person.getPreferredUsername());
        if (actor.isEmpty()) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/login?unknown");
            return;
        }
        if (Boolean.TRUE.equals(person.getEmailVerified())) {
            emails.vouched(actor.get().accountId(), person.getEmail());
        }
        signIn.as(actor.get(), request, response);
        response.sendRedirect(request.getContextPath() + landing.after(request, response));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile", "email")
                .build();
    }
}
