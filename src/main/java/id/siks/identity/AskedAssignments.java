package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.OfficerDesk.Asked;
import id.siks.platform.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the assignment that a page asks for: a known role over an area that fits it and lies in what the keeper keeps. */
@Component
class AskedAssignments {

    private static final int OFFERED = 5;

    private final Areas areas;

    AskedAssignments(Areas areas) {
        this.areas = areas;
    }

    /** The assignment, or null after faults at {@code role} or {@code area} were added to {@code errors}. */
    Assignment read(Asked asked, Actor keeper, List<FieldError> errors) {
        Optional<Role> role = Role.named(asked.role());
        if (role.isEmpty()) {
            errors.add(FieldError.of("role", "identity.officer.error.role"));
        }
        Scope scope = scope(asked, keeper, errors);
        if (role.isEmpty() || scope == null) {
            return null;
        }
        if (!role.get().fits(scope)) {
            errors.add(FieldError.of("area", size(role.get())));
            return null;
        }
        return new Assignment(role.get(), scope);
    }

    private Scope scope(Asked asked, Actor keeper, List<FieldError> errors) {
        String text = asked.area();
        boolean nation = asked.nation() != null;
        if (nation == !text.isEmpty()) {
            errors.add(FieldError.of("area", nation ? "identity.officer.error.both" : "identity.officer.error.area"));
            return null;
        }
        Scope scope = nation ? Scope.nation() : area(text).map(Scope::of).orElse(null);
        if (scope == null) {
            errors.add(unknown(text));
        } else if (!covers(keeper, scope)) {
            errors.add(FieldError.of("area", "identity.officer.error.outside"));
            return null;
        }
        return scope;
    }

    private Optional<AreaCode> area(String text) {
        String code = text.replace(".", "");
        return AreaCode.isShaped(code) ? areas.find(new AreaCode(code)).map(area -> area.code()) : Optional.empty();
    }

    /** A name is not enough, because names repeat; whoever typed one is offered the codes. */
    private FieldError unknown(String text) {
        String like = areas.search(text, null, null, OFFERED).stream()
                .map(area -> area.code().display() + " " + areas.path(area.code()))
                .collect(Collectors.joining("; "));
        return like.isEmpty()
                ? FieldError.of("area", "identity.officer.error.unknown")
                : FieldError.of("area", "identity.officer.error.like", like);
    }

    private static boolean covers(Actor keeper, Scope scope) {
        return keeper.scopes(Role.USER_ADMIN).stream()
                .anyMatch(kept -> scope.prefix().startsWith(kept.prefix()));
    }

    private static String size(Role role) {
        return role.fits(Scope.of(AreaCode.CAPITAL)) && role.fits(Scope.nation())
                ? "identity.officer.error.size.admin"
                : "identity.officer.error.size." + role.digits();
    }
}
