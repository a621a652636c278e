package id.siks.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The login server as it describes itself. It is asked at the first login and not before, so that we start while it is down;
 * one asks for all, and what failed is not tried again for some seconds, so that a server that hangs does not hold everybody who
 * wants to come in (requirement 29). It leads people back to our public address, whatever name the request had (requirement 19).
 */
@Component
@WithLoginServer
class LoginServer {

    /** Our name for it; part of the address it leads back to. */
    static final String REGISTRATION = "siks";

    /** Where it leads back to after a login. */
    static final String RETURN = "/login/oauth2/code/" + REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(LoginServer.class);

    /** How long nobody asks again after a failure. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** How long the others wait for the one who asks, in seconds. */
    private static final long POLITE = 1;

    private final LoginSettings settings;
    private final String publicAddress;
    private final Duration pause;
    private final ClientRegistrationRepository registrations = id -> REGISTRATION.equals(id) ? registration() : null;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile ClientRegistration known;
    private volatile Failure failure;

    @Autowired
    LoginServer(LoginSettings settings, @Value("${siks.public-address}") String publicAddress) {
        this(settings, publicAddress, PAUSE);
    }

    /** One that asks again {@code pause} after a failure. */
    LoginServer(LoginSettings settings, String publicAddress, Duration pause) {
        this.settings = settings;
        this.publicAddress = publicAddress.replaceFirst("/+$", "");
        this.pause = pause;
    }

    ClientRegistrationRepository registrations() {
        return registrations;
    }

    /**
     * Where the browser ends its session at the login server and then comes back to {@code page} (OpenID Connect
     * RP-Initiated Logout 1.0); empty when the server cannot be asked or offers no such thing.
     *
     * @param idToken what it said of the person when he came in; it stands in the address, so it may carry neither his name
     *     nor his e-mail
     * @param page a page of ours it knows to lead back to
     */
    Optional<String> goodbye(String idToken, String page) {
        try {
            ClientRegistration server = registrations.findByRegistrationId(REGISTRATION);
            Object door = server.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
            return Optional.ofNullable(door).map(address -> UriComponentsBuilder.fromUriString(address.toString())
                    .queryParam("id_token_hint", "{token}")
                    .queryParam("post_logout_redirect_uri", "{back}")
                    .encode()
                    .buildAndExpand(idToken, publicAddress + page)
                    .toUriString());
        } catch (RuntimeException unreachable) {
            LOG.warn("The login server cannot be asked where one logs out: {}", unreachable.getMessage());
            return Optional.empty();
        }
    }

    /** Where the keys stand it signs with; any runtime exception when the server cannot be asked. */
    String keys() {
        return registrations
                .findByRegistrationId(REGISTRATION)
                .getProviderDetails()
                .getJwkSetUri();
    }

    /** {@link AuthenticationServiceException} when the server cannot be asked, or could not a moment ago. */
    private ClientRegistration registration() {
        if (known == null) {
            refuseSoonAfterAFailure();
            if (!isMyTurn()) {
                throw new AuthenticationServiceException("the login server does not answer whoever asks it");
            }
            try {
                askUnlessAnotherDid();
            } finally {
                asking.unlock();
            }
        }
        return known;
    }

    private boolean isMyTurn() {
        try {
            return asking.tryLock(POLITE, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void askUnlessAnotherDid() {
        if (known != null) {
            return;
        }
        refuseSoonAfterAFailure();
        try {
            known = described(LoginLine.metadata(settings.issuer()));
        } catch (RuntimeException unreachable) {
            failure = new Failure(unreachable, System.nanoTime());
            throw failure.again();
        }
    }

    private void refuseSoonAfterAFailure() {
        Failure last = failure;
        if (last != null && System.nanoTime() - last.at() < pause.toNanos()) {
            throw last.again();
        }
    }

    private ClientRegistration described(Map<String, Object> metadata) {
        if (!settings.issuer().equals(metadata.get("issuer"))) {
            throw new IllegalStateException("it calls itself " + metadata.get("issuer"));
        }
        return ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(
                        settings.clientSecret().isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .redirectUri(publicAddress + RETURN)
                .scope("openid", "profile", "email")
                .build();
    }

    private record Failure(RuntimeException cause, long at) {

        AuthenticationServiceException again() {
            return new AuthenticationServiceException("the login server cannot be asked: " + cause.getMessage(), cause);
        }
    }
}
