package id.siks.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * The keys the login server signs with, as it shows them. They are kept for a while; when it is down, those known last count some
 * while longer, and {@link OneAsksForAll one asks} whether it is back (requirement 29).
 */
final class LoginKeys implements JWKSetSource<SecurityContext> {

    /** How long keys count without asking again. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** How long the last ones count while the server cannot be asked. */
    private static final Duration LAST = Duration.ofHours(1);

    private final String address;
    private final OneAsksForAll turns;

    private LoginKeys(String address, Duration pause) {
        this.address = address;
        this.turns = new OneAsksForAll(pause);
    }

    /** The keys that stand at {@code address}. */
    static JWKSource<SecurityContext> at(String address) {
        return at(address, FRESH, OneAsksForAll.PAUSE);
    }

    /** The same, asked for anew {@code fresh} after an answer and {@code pause} after a failure. */
    static JWKSource<SecurityContext> at(String address, Duration fresh, Duration pause) {
        return JWKSourceBuilder.create(new LoginKeys(address, pause))
                .cache(fresh.toMillis(), OneAsksForAll.POLITE.toMillis())
                .refreshAheadCache(false)
                .outageTolerant(LAST.toMillis())
                // Asking too often is refused before: each bad token uses up a limit.
                .rateLimited(false)
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            return turns.ask(() -> LoginLine.keys(address));
        } catch (AuthenticationServiceException unreachable) {
            throw new JWKSetUnavailableException(unreachable.getMessage(), unreachable);
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
