package id.siks.identity;

import id.siks.platform.NotFound;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Reads what the login server says in a token with which a client acts for somebody: signed by its keys with the one algorithm
 * that logins use too, from our issuer, meant for us and not yet over. The keys are fetched at the first token and not before, so
 * that we start while the server is down (requirement 29).
 */
@Component
@WithLoginServer
class ClientTokens implements JwtDecoder {

    private final LoginSettings settings;
    private final LoginServer server;
    private final Subjects subjects;
    private final Actors actors;
    private final SecondFactor secondFactor;
    private volatile JwtDecoder known;

    ClientTokens(
            LoginSettings settings, LoginServer server, Subjects subjects, Actors actors, SecondFactor secondFactor) {
        this.settings = settings;
        this.server = server;
        this.subjects = subjects;
        this.actors = actors;
        this.secondFactor = secondFactor;
    }

    /** What the token says; {@code BadJwtException} when it is none for us, {@link JwtException} when that cannot be found out. */
    @Override
    public Jwt decode(String token) {
        return decoder().decode(token);
    }

    /**
     * Whom the client acts for: the open account bound to the token's subject. Nobody is bound here, so he has logged in at a
     * browser before.
     */
    AccountLogin login(Jwt token) {
        try {
            return subjects.actor(token.getSubject(), null)
                    .map(actor -> actors.login(actor.accountId(), secondFactor.provenBy(token.getClaims())))
                    .orElseThrow(() -> new NotFound("subject of a token"))
                    .by(client(token));
        } catch (NotFound stranger) {
            throw new InvalidBearerTokenException("no account for this subject", stranger);
        }
    }

    /** What the login server calls the client: {@code azp} by OpenID Connect, {@code client_id} by RFC 9068. */
    private static String client(Jwt token) {
        return Stream.of("azp", "client_id")
                .map(token::getClaimAsString)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("-");
    }

    private JwtDecoder decoder() {
        if (known == null) {
            try {
                known = asking(server.keys());
            } catch (RuntimeException unreachable) {
                throw new JwtException("the login server cannot be asked for its keys", unreachable);
            }
        }
        return known;
    }

    private JwtDecoder asking(String keys) {
        NimbusJwtDecoder decoder = LoginLine.decoder(keys, false);
        decoder.setJwtValidator(rules());
        return decoder;
    }

    private OAuth2TokenValidator<Jwt> rules() {
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(settings.issuer()),
                type,
                present(JwtClaimNames.EXP),
                present(JwtClaimNames.SUB),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, named -> named != null && named.contains(settings.audience())));
    }

    private static JwtClaimValidator<Object> present(String claim) {
        return new JwtClaimValidator<>(claim, Objects::nonNull);
    }
}
