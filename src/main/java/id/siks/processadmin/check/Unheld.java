package id.siks.processadmin.check;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** In which villages nobody holds a role. Asked are the regencies in which somebody works already. */
@Component
class Unheld {

    private static final int NAMED = 3;

    private final Areas areas;
    private final Actors actors;

    Unheld(Areas areas, Actors actors) {
        this.areas = areas;
        this.actors = actors;
    }

    /** How many villages are without the role, and the names of the first of them. */
    record Without(int villages, List<String> named) {}

    /** The villages without {@code role}, in the order of their codes. */
    Without villages(Role role) {
        Set<String> territories = actors.territories(role);
        List<AreaCode> without = areas.villages(actors.regencies()).stream()
                .filter(village -> !isIn(village, territories))
                .toList();
        return new Without(
                without.size(),
                without.stream()
                        .limit(NAMED)
                        .map(village -> areas.get(village).name())
                        .toList());
    }

    private static boolean isIn(AreaCode village, Set<String> territories) {
        return territories.contains("")
                || Arrays.stream(AreaLevel.values())
                        .anyMatch(
                                level -> territories.contains(village.at(level).value()));
    }
}
