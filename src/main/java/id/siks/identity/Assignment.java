package id.siks.identity;

import id.siks.area.AreaCode;
import java.util.Optional;

/** One role over one territory; somebody may hold several. */
public record Assignment(Role role, Scope scope) {

    /** {@code role} over one area and everything in it. */
    public static Assignment of(Role role, AreaCode area) {
        return new Assignment(role, Scope.of(area));
    }

    /** {@code role} over all of Indonesia. */
    public static Assignment nation(Role role) {
        return new Assignment(role, Scope.nation());
    }

    /**
     * What stored words grant: nothing when the role is unknown, the area malformed, or the nation not granted by its
     * own word (requirement 10).
     */
    static Optional<Assignment> of(String role, boolean nation, String area) {
        Optional<Role> known = Role.named(role);
        if (nation) {
            return area == null ? known.map(Assignment::nation) : Optional.empty();
        }
        return AreaCode.isShaped(area) ? known.map(r -> of(r, new AreaCode(area))) : Optional.empty();
    }
}
