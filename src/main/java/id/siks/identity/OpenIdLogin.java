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
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sign-in at the login server: OpenID Connect code flow with PKCE (requirement 19). The server says who somebody is;
 * what he may do stands in our own assignments. Whoever approves or administers and came in without a second factor is sent
 * back for it once; if he comes without it again, he is in without those roles.
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
    private final SecondFactor secondFactor;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    OpenIdLogin(
            LoginSettings settings,
            Subjects subjects,
            SignIn signIn,
            Limits limits,
            Emails emails,
            Landing landing,
            SecondFactor secondFactor) {
        this.settings = settings;
        this.subjects = subjects;
        this.signIn = signIn;
        this.limits = limits;
        this.emails = emails;
        this.landing = landing;
        this.secondFactor = secondFactor;
    }

    void join(HttpSecurity http) throws Exception {
        // Asked for at the first login, so that we start while the login server is down (requirement 29).
        ClientRegistrationRepository registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(registrations)
                .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(new LoginRequests(registrations, settings)))
                .successHandler(this::welcome)
                .failureHandler((request, response, failure) -> {
                    limits.use(Limit.FAILED_LOGIN, request.getRemoteAddr());
                    response.sendRedirect(request.getContextPath() + "/login?failed");
                }));
    }

    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication proven) throws IOException {
        OidcUser person = (OidcUser) proven.getPrincipal();
        LoginRequests.Errand errand = LoginRequests.errand(request.getSession());
        Optional<Actor> actor = subjects.actor(person.getSubject(), person.getPreferredUsername());
        if (actor.isEmpty()) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/login?unknown");
            return;
        }
        boolean weak = secondFactor.isNeededBy(actor.get()) && !secondFactor.provenBy(person);
        if (weak && !errand.factor()) {
            response.sendRedirect(request.getContextPath() + stepUp(request, response, errand));
            return;
        }
        if (Boolean.TRUE.equals(person.getEmailVerified())) {
            emails.vouched(actor.get().accountId(), person.getEmail());
        }
        signIn.as(actor.get(), proof(person), request, response);
        String landed = errand.then() == null ? landing.after(request, response) : landing.at(errand.then());
        response.sendRedirect(request.getContextPath() + (weak ? SecondFactorPage.PATH : landed));
    }

    /** Nobody is in yet: the server is asked once for more; what comes back then counts. */
    private String stepUp(HttpServletRequest request, HttpServletResponse response, LoginRequests.Errand errand) {
        SecurityContextHolder.clearContext();
        contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        UriComponentsBuilder again =
                UriComponentsBuilder.fromPath(LoginRequests.START).queryParam(LoginRequests.FACTOR);
        if (errand.then() != null) {
            again.queryParam(LoginRequests.THEN, errand.then());
        }
        return again.encode().toUriString();
    }

    private Proof proof(OidcUser person) {
        return new Proof(secondFactor.provenBy(person), person.getAuthenticatedAt());
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(
                        settings.clientSecret().isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scope("openid", "profile", "email")
                .build();
    }
}
