package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.OfficerDesk.Asked;
import id.siks.platform.Faults;
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

    /** The assignment, or null after faults at {@code role} or {@code area} were kept in {@code faults}. */
    Assignment read(Asked asked, Actor keeper, Faults faults) {
        Optional<Role> role = Role.named(asked.role());
        if (role.isEmpty()) {
            faults.add("role", "identity.officer.error.role");
        }
        Scope scope = scope(asked, keeper, faults);
        if (role.isEmpty() || scope == null) {
            return null;
        }
        if (!role.get().fits(scope)) {
            faults.add("area", size(role.get()));
            return null;
        }
        return new Assignment(role.get(), scope);
    }

    private Scope scope(Asked asked, Actor keeper, Faults faults) {
        String text = asked.area();
        boolean nation = asked.nation() != null;
        if (nation == !text.isEmpty()) {
            faults.add("area", nation ? "identity.officer.error.both" : "identity.officer.error.area");
            return null;
        }
        Scope scope = nation ? Scope.nation() : area(text).map(Scope::of).orElse(null);
        if (scope == null) {
            unknown(text, faults);
        } else if (!covers(keeper, scope)) {
            faults.add("area", "identity.officer.error.outside");
            return null;
        }
        return scope;
    }

    private Optional<AreaCode> area(String text) {
        String code = text.replace(".", "");
        return AreaCode.isShaped(code) ? areas.find(new AreaCode(code)).map(area -> area.code()) : Optional.empty();
    }

    /** A name is not enough, because names repeat; whoever typed one is offered the codes. */
    private void unknown(String text, Faults faults) {
        String like = areas.search(text, null, null, OFFERED).stream()
                .map(area -> area.code().display() + " " + areas.path(area.code()))
                .collect(Collectors.joining("; "));
        if (like.isEmpty()) {
            faults.add("area", "identity.officer.error.unknown");
        } else {
            faults.add("area", "identity.officer.error.like", like);
        }
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
