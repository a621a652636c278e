package id.siks.processadmin.check;

import id.siks.area.Area;
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

    private final Areas areas;
    private final Actors actors;

    Unheld(Areas areas, Actors actors) {
        this.areas = areas;
        this.actors = actors;
    }

    /** The villages without {@code role}. */
    Villages villages(Role role) {
        Set<String> territories = actors.territories(role);
        List<Area> without = areas.villages(actors.regencies()).stream()
                .filter(village -> !isIn(village.code(), territories))
                .toList();
        return Villages.of(without, regency -> areas.get(regency).name());
    }

    private static boolean isIn(AreaCode village, Set<String> territories) {
        return territories.contains("")
                || Arrays.stream(AreaLevel.values())
                        .anyMatch(
                                level -> territories.contains(village.at(level).value()));
    }
}
