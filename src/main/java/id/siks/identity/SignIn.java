package id.siks.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins somebody's session: new id, nothing of the old one, and the time limits of his role (requirement 19). */
@Component
class SignIn {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration IDLE_OF_APPROVERS = Duration.ofMinutes(15);

    private final Actors actors;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();

    SignIn(Actors actors) {
        this.actors = actors;
    }

    void as(Actor actor, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        request.getSession(true);
        request.changeSessionId();
        tokens.saveToken(null, request, response);
        Duration idle = actor.assignments().stream().anyMatch(a -> a.role().approves()) ? IDLE_OF_APPROVERS : IDLE;
        request.getSession().setMaxInactiveInterval((int) idle.toSeconds());
        SessionAge.begin(request.getSession());
        request.getSession()
                .setAttribute(
                        FreshLogin.PROVEN,
                        proof.at() == null ? null : proof.at().toEpochMilli());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(actors.login(actor.accountId(), proof.secondFactor()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
