package id.siks.worklist.list;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.identity.Scope;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The part of the area tree somebody may choose from: what is chosen with what lies above it, and what lies below. */
@Component
class AreaTree {

    private final Areas areas;

    AreaTree(Areas areas) {
        this.areas = areas;
    }

    /** @param chosen an area within the actor's territory, or null for all of it */
    List<Branch> of(AreaCode chosen, Actor actor) {
        List<Branch> branches = new ArrayList<>();
        if (chosen != null) {
            for (AreaLevel level : AreaLevel.values()) {
                if (level.digits() <= chosen.value().length() && sees(actor, chosen.at(level))) {
                    branches.add(branch(areas.get(chosen.at(level)), branches.size(), chosen));
                }
            }
        }
        List<Area> below = chosen == null ? roots(actor) : areas.children(chosen);
        int depth = branches.size();
        below.forEach(area -> branches.add(branch(area, depth, chosen)));
        return branches;
    }

    /** True when the area lies in a territory of the actor. */
    boolean sees(Actor actor, AreaCode code) {
        return actor.caseScopes().stream().anyMatch(scope -> scope.covers(code));
    }

    private List<Area> roots(Actor actor) {
        List<Scope> scopes = actor.caseScopes();
        if (scopes.size() != 1) {
            return scopes.stream().anyMatch(scope -> scope.area() == null)
                    ? areas.provinces()
                    : scopes.stream().map(scope -> areas.get(scope.area())).toList();
        }
        AreaCode own = scopes.get(0).area();
        return own == null ? areas.provinces() : areas.children(own);
    }

    private static Branch branch(Area area, int depth, AreaCode chosen) {
        return new Branch(
                area.code().value(),
                "\u2003".repeat(depth) + area.name(),
                area.code().equals(chosen));
    }

    /** One area to choose; the name is moved in by its depth. */
    record Branch(String code, String name, boolean chosen) {}
}
