package id.siks.processadmin.check;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.Posts;
import id.siks.identity.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** In which villages nobody holds a role. Asked are the regencies in which somebody works already. */
@Component
class Unheld {

    private final Areas areas;
    private final Posts posts;

    Unheld(Areas areas, Posts posts) {
        this.areas = areas;
        this.posts = posts;
    }

    /** Begins to ask; whoever asks for many roles reads the villages once. */
    Look look() {
        return new Look();
    }

    private static boolean isHeld(AreaCode village, Set<String> territories) {
        for (AreaLevel level : AreaLevel.values()) {
            if (territories.contains(village.value().substring(0, level.digits()))) {
                return true;
            }
        }
        return false;
    }

    /** The villages as they are at one moment. */
    final class Look {

        private final Map<Role, Villages> told = new EnumMap<>(Role.class);
        private List<Area> villages;

        private Look() {}

        /** Those without {@code role}. */
        Villages without(Role role) {
            return told.computeIfAbsent(role, this::ask);
        }

        private Villages ask(Role role) {
            Set<String> territories = posts.territories(role);
            // An empty one stands for the nation.
            List<Area> without = territories.contains("")
                    ? List.of()
                    : villages().stream()
                            .filter(village -> !isHeld(village.code(), territories))
                            .toList();
            return Villages.of(without, regency -> areas.get(regency).name());
        }

        private List<Area> villages() {
            if (villages == null) {
                villages = areas.villages(posts.regencies());
            }
            return villages;
        }
    }
}
