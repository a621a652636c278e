package id.siks.processadmin.check;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.Actors;
import id.siks.identity.Actors.Post;
import id.siks.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Names of the villages without {@code role}, in the order of their codes. */
    List<String> villages(Role role) {
        AreaLevel level = levelOf(role);
        Set<Post> posts = actors.regencies().stream()
                .flatMap(regency -> below(regency, level))
                .map(area -> new Post(role, area))
                .collect(Collectors.toSet());
        Set<Post> held = actors.held(posts);
        return posts.stream()
                .filter(post -> !held.contains(post))
                .map(Post::area)
                .sorted()
                .flatMap(area -> below(area, AreaLevel.VILLAGE))
                .map(village -> areas.get(village).name())
                .toList();
    }

    // Who works for a province or the nation is asked for regency by regency.
    private static AreaLevel levelOf(Role role) {
        return Arrays.stream(AreaLevel.values())
                .filter(level -> level.digits() == role.digits() && level != AreaLevel.PROVINCE)
                .findFirst()
                .orElse(AreaLevel.REGENCY);
    }

    private Stream<AreaCode> below(AreaCode area, AreaLevel level) {
        return area.level() == level
                ? Stream.of(area)
                : areas.children(area).stream().map(Area::code).flatMap(child -> below(child, level));
    }
}
