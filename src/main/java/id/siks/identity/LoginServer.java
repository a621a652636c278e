package id.siks.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
 * The login server as it describes itself. It is asked at the first login and not before, so that we start while it is down, and
 * {@link OneAsksForAll one asks for all} (requirement 29). It leads people back to our public address, whatever name the request
 * had (requirement 19).
 */
@Component
@WithLoginServer
class LoginServer {

    /** Our name for it; part of the address it leads back to. */
    static final String REGISTRATION = "siks";

    /** Where it leads back to after a login. */
    static final String RETURN = "/login/oauth2/code/" + REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(LoginServer.class);

    private final LoginSettings settings;
    private final String publicAddress;
    private final OneAsksForAll turns;
    private final ClientRegistrationRepository registrations = id -> REGISTRATION.equals(id) ? registration() : null;
    private volatile ClientRegistration known;

    @Autowired
    LoginServer(LoginSettings settings, @Value("${siks.public-address}") String publicAddress) {
        this(settings, publicAddress, OneAsksForAll.PAUSE);
    }

    /** One that asks again {@code pause} after a failure. */
    LoginServer(LoginSettings settings, String publicAddress, Duration pause) {
        this.settings = settings;
        this.publicAddress = publicAddress.replaceFirst("/+$", "");
        this.turns = new OneAsksForAll(pause);
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
        return known == null ? turns.ask(this::askUnlessAnotherDid) : known;
    }

    private ClientRegistration askUnlessAnotherDid() {
        if (known == null) {
            known = described(LoginLine.metadata(settings.issuer()));
        }
        return known;
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
}
