package id.siks.area;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds areas while somebody types. What is no level or no code simply finds nothing. */
@RestController
class AreaSearch {

    private static final int USUAL_HITS = 10;

    private final Areas areas;

    AreaSearch(Areas areas) {
        this.areas = areas;
    }

    @GetMapping("/area/search")
    List<Hit> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String limit) {
        boolean levelKnown = level.isEmpty() || AreaLevel.isNamed(level);
        String code = within.replace(".", "");
        if (!levelKnown || !(code.isEmpty() || AreaCode.isShaped(code))) {
            return List.of();
        }
        return areas
                .search(
                        q,
                        level.isEmpty() ? null : AreaLevel.valueOf(level),
                        code.isEmpty() ? null : new AreaCode(code),
                        limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : USUAL_HITS)
                .stream()
                .map(this::hit)
                .toList();
    }

    private Hit hit(Area area) {
        return new Hit(area.code().value(), area.code().display(), area.name(), areas.path(area.code()));
    }

    /** One area as the browser gets it. */
    record Hit(String code, String display, String name, String path) {}
}
