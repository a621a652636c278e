package id.siks.identity;

import id.siks.platform.TooManyRequests;
import id.siks.platform.web.DoorKeeper;
import id.siks.platform.web.MatrixAuthorization;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Component;

/**
 * The way in for other clients (requirement 19): each request brings a bearer token and nothing else counts, neither cookie
 * nor session. What a client may do is what he may for whom it acts, at the doors the access matrix opens to clients. Without
 * a login server nobody could vouch for a token, so the demo has no such way.
 */
@Component
@WithLoginServer
class ClientDoor {

    /** How long a client waits when the login server cannot be asked, in seconds. */
    private static final String PAUSE = "30";

    private static final String SCHEME = "Bearer";
    private static final Logger LOG = LoggerFactory.getLogger(ClientDoor.class);

    private final ClientTokens tokens;
    private final MatrixAuthorization matrix;
    private final DoorKeeper keeper;
    private final Limits limits;
    private final BearerTokenAuthenticationEntryPoint naming = new BearerTokenAuthenticationEntryPoint();

    ClientDoor(ClientTokens tokens, MatrixAuthorization matrix, DoorKeeper keeper, Limits limits) {
        this.tokens = tokens;
        this.matrix = matrix;
        this.keeper = keeper;
        this.limits = limits;
    }

    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.securityMatcher(ClientDoor::isClient)
                .authorizeHttpRequests(request -> request.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(matrix.forClients()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                // A token is sent by a client on purpose, never by a browser on its own.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecuritySetup::safe)
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(tokens::login))
                                .authenticationEntryPoint(this::ask)
                                .accessDeniedHandler(keeper)
                                .withObjectPostProcessor(whenATokenIsRefused()))
                .addFilterBefore(this::receive, BearerTokenAuthenticationFilter.class)
                .build();
    }

    private static boolean isClient(HttpServletRequest request) {
        String said = request.getHeader(HttpHeaders.AUTHORIZATION);
        return said != null && said.strip().split("\\s", 2)[0].equalsIgnoreCase(SCHEME);
    }

    /** Whoever brought many bad tokens is turned away before another is looked at. */
    private void receive(ServletRequest request, ServletResponse response, FilterChain next)
            throws IOException, ServletException {
        ClientRequest asked = new ClientRequest((HttpServletRequest) request);
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            try {
                limits.check(Limit.FAILED_TOKEN, request.getRemoteAddr());
            } catch (TooManyRequests tooMany) {
                DoorKeeper.turnAway(asked, (HttpServletResponse) response, tooMany);
                return;
            }
        }
        next.doFilter(asked, response);
    }

    private ObjectPostProcessor<BearerTokenAuthenticationFilter> whenATokenIsRefused() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O looks) {
                looks.setAuthenticationFailureHandler(ClientDoor.this::refuse);
                return looks;
            }
        };
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof AuthenticationServiceException) {
            LOG.warn("No token can be checked: {}", cause.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, PAUSE);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            limits.use(Limit.FAILED_TOKEN, request.getRemoteAddr());
            ask(request, response, cause);
        } catch (TooManyRequests tooMany) {
            DoorKeeper.turnAway(request, response, tooMany);
        }
    }

    private void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        naming.commence(request, response, cause);
        response.sendError(response.getStatus());
    }
}
