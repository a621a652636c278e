package id.siks.worklist.board;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.worklist.oversight.Supervision;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where somebody can go from an area he looks at: up as far as he supervises, and one step down. */
@Component
class AreaChoices {

    private final Supervision supervision;
    private final Areas areas;

    AreaChoices(Supervision supervision, Areas areas) {
        this.supervision = supervision;
        this.areas = areas;
    }

    /** The areas above {@code shown}, null for the nation, as far as the actor supervises them, the widest first. */
    List<Area> above(AreaCode shown, Actor actor) {
        List<Area> above = new ArrayList<>();
        for (AreaLevel level : AreaLevel.values()) {
            if (shown != null && level.digits() < shown.level().digits()) {
                AreaCode code = shown.at(level);
                if (supervision.of(actor).stream().anyMatch(scope -> scope.covers(code))) {
                    above.add(areas.get(code));
                }
            }
        }
        return above;
    }

    /** The areas right below {@code shown}, null for the nation. */
    List<Area> below(AreaCode shown) {
        return shown == null ? areas.provinces() : areas.children(shown);
    }

    /** True for somebody who supervises the whole nation. */
    boolean isNational(Actor actor) {
        return supervision.of(actor).stream().anyMatch(scope -> scope.area() == null);
    }
}
