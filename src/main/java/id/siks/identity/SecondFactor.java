package id.siks.identity;

import java.util.List;
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

    /** True when {@code acr} or {@code amr} of the ID token is one that counts; claims of another shape count for nothing. */
    boolean provenBy(OidcUser person) {
        Object used = person.getIdToken().getClaims().get("amr");
        return person.getIdToken().getClaims().get("acr") instanceof String level && levels.contains(level)
                || used instanceof List<?> list && list.stream().anyMatch(means::contains);
    }

    /** True when something he is needs a second factor. */
    boolean isNeededBy(Actor actor) {
        return actor.assignments().stream().anyMatch(a -> a.role().needsSecondFactor());
    }
}
