package id.siks.identity;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a page that was open for long asks before it sends what somebody wrote. Whoever is not signed in any more hears so and
 * keeps his words; after another login the page sends by the token of that one.
 */
@RestController
class SessionNow {

    SessionNow() {}

    @GetMapping("/identity/session")
    Session tell(Actor actor, CsrfToken token) {
        return new Session(actor.id(), token.getToken());
    }

    /** Who is signed in, and the token by which his pages send. */
    record Session(String visitor, String token) {}
}
