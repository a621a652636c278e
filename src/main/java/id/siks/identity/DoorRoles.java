package id.siks.identity;

import id.siks.platform.web.MatrixAuthorization;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which roles open a door, as the access matrix says: a page that offers what lies behind asks here and knows no list of its own. */
@Component
public class DoorRoles {

    private final MatrixAuthorization matrix;

    DoorRoles(MatrixAuthorization matrix) {
        this.matrix = matrix;
    }

    /**
     * Every role the line of this door names; {@link IllegalArgumentException} for a door that is not there or open to others
     * than roles.
     *
     * @param path as it stands in the matrix
     */
    public Set<Role> of(String method, String path) {
        return matrix.roles(method, path).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
