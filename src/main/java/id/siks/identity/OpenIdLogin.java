package id.siks.identity;

import id.siks.platform.TooManyRequests;
import id.siks.platform.web.DoorKeeper;
import id.siks.platform.web.Landing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
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
@WithLoginServer
class OpenIdLogin {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogin.class);

    private final LoginSettings settings;
    private final LoginServer server;
    private final ServerLogout logout;
    private final Subjects subjects;
    private final SignIn signIn;
    private final Limits limits;
    private final Emails emails;
    private final Landing landing;
    private final SecondFactor secondFactor;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    OpenIdLogin(
            LoginSettings settings,
            LoginServer server,
            ServerLogout logout,
            Subjects subjects,
            SignIn signIn,
            Limits limits,
            Emails emails,
            Landing landing,
            SecondFactor secondFactor) {
        this.settings = settings;
        this.server = server;
        this.logout = logout;
        this.subjects = subjects;
        this.signIn = signIn;
        this.limits = limits;
        this.emails = emails;
        this.landing = landing;
        this.secondFactor = secondFactor;
    }

    void join(HttpSecurity http) throws Exception {
        http.logout(leaving -> leaving.addLogoutHandler(logout).logoutSuccessHandler(logout));
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(server.registrations())
                .authorizationEndpoint(endpoint ->
                        endpoint.authorizationRequestResolver(new LoginRequests(server.registrations(), settings)))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(LoginLine.codes()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(LoginLine.people()))
                .withObjectPostProcessor(whenTheServerIsDown())
                .withObjectPostProcessor(readingIdTokens())
                .successHandler(this::welcome)
                .failureHandler(this::failed));
    }

    /** What came back is no login; whoever tries too often waits. Nobody is blamed for a server that is down. */
    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (LoginLine.isDown(failure)) {
            unavailable(request, response, failure);
            return;
        }
        try {
            limits.use(Limit.FAILED_LOGIN, request.getRemoteAddr());
            response.sendRedirect(request.getContextPath() + "/login?failed");
        } catch (TooManyRequests tooMany) {
            DoorKeeper.turnAway(request, response, tooMany);
        }
    }

    /** A login that cannot even begin says so in words (requirement 29). */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> whenTheServerIsDown() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O begins) {
                begins.setAuthenticationFailureHandler(OpenIdLogin::unavailable);
                return begins;
            }
        };
    }

    private static void unavailable(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("The login server cannot be asked: {}", failure.getMessage());
        response.sendRedirect(request.getContextPath() + "/login?unavailable");
    }

    private static ObjectPostProcessor<OidcAuthorizationCodeAuthenticationProvider> readingIdTokens() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OidcAuthorizationCodeAuthenticationProvider> O postProcess(O reads) {
                reads.setJwtDecoderFactory(LoginLine.idTokens());
                return reads;
            }
        };
    }

    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication proven) throws IOException {
        OidcUser person = (OidcUser) proven.getPrincipal();
        LoginRequests.Errand errand = LoginRequests.errand(request.getSession());
        Optional<Actor> actor = subjects.actor(person.getSubject(), person.getPreferredUsername());
        if (actor.isEmpty()) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            // Out at the server too, or the next attempt would come back as the same person without a question.
            logout.leave(person.getIdToken().getTokenValue(), ServerLogout.UNKNOWN, request, response);
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
        logout.remember(person.getIdToken().getTokenValue(), request);
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
}
