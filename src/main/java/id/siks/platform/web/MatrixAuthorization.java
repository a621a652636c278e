package id.siks.platform.web;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Opens a door only to those its line in the access matrix names; roles are read anew at every request. */
@Component
public class MatrixAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessMatrix matrix;
    private final Visitors visitors;

    MatrixAuthorization(AccessMatrix matrix, Visitors visitors) {
        this.matrix = matrix;
        this.visitors = visitors;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return decide(authentication, row(context));
    }

    /** The same rules, for the doors alone that are open to other clients. */
    public AuthorizationManager<RequestAuthorizationContext> forClients() {
        return (authentication, context) -> decide(authentication, row(context).filter(AccessMatrix.Row::isForClients));
    }

    /**
     * The codes of the roles that open a door, {@code *} and {@code public} as the matrix writes them.
     *
     * @param path as it stands in the matrix; {@link IllegalArgumentException} when it does not
     */
    public Set<String> roles(String method, String path) {
        return matrix.row(method, path)
                .map(AccessMatrix.Row::roles)
                .orElseThrow(() -> new IllegalArgumentException("no door " + method + " " + path));
    }

    private Optional<AccessMatrix.Row> row(RequestAuthorizationContext context) {
        return matrix.row(context.getRequest().getMethod(), Paths.of(context.getRequest()));
    }

    private AuthorizationDecision decide(Supplier<Authentication> authentication, Optional<AccessMatrix.Row> row) {
        if (row.filter(AccessMatrix.Row::isPublic).isPresent()) {
            return new AuthorizationDecision(true);
        }
        Optional<Visitor> visitor = visitors.current();
        if (visitor.isEmpty() && !(authentication.get() instanceof AnonymousAuthenticationToken)) {
            // The session is from before the account was closed.
            throw new InsufficientAuthenticationException("account closed");
        }
        return new AuthorizationDecision(row.filter(r -> r.admits(visitor)).isPresent());
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return authorize(authentication, context);
    }
}
