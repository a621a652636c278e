package id.siks.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Whether a login was more than a password: what the login server says of it in the ID token (requirement 13). */
@Component
class SecondFactor {

    private final Set<String> levels;
    private final Set<String> means;

    SecondFactor(LoginSettings settings) {
        levels = settings.acr();
        means = settings.amr();
    }

    /** {@link #provenBy(Map)} of the ID token. */
    boolean provenBy(OidcUser person) {
        return provenBy(person.getIdToken().getClaims());
    }

    /** True when {@code acr} or {@code amr} among a token's claims is one that counts; another shape counts for nothing. */
    boolean provenBy(Map<String, Object> claims) {
        Object used = claims.get("amr");
        return claims.get("acr") instanceof String level && levels.contains(level)
                || used instanceof List<?> list && list.stream().anyMatch(means::contains);
    }

    /** True when something he is needs a second factor. */
    boolean isNeededBy(Actor actor) {
        return actor.assignments().stream().anyMatch(a -> a.role().needsSecondFactor());
    }
}
