package id.siks.processadmin.check;

import id.siks.area.Area;
import id.siks.area.Areas;
import id.siks.identity.Posts;
import id.siks.identity.Role;
import java.util.List;
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

    /** The villages without {@code role}. */
    Villages villages(Role role) {
        List<Area> without = areas.villages(posts.regencies(), posts.territories(role));
        return Villages.of(without, regency -> areas.get(regency).name());
    }
}
