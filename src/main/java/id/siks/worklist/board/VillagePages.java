package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.identity.Exports;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.web.TableFile;
import id.siks.platform.web.Wishes;
import id.siks.worklist.board.VillageFigures.Line;
import id.siks.worklist.oversight.Supervision;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the villages and their operators do, as a page and as a file. */
@Controller
class VillagePages {

    private static final int PAGE = 100;

    private final VillageFigures figures;
    private final VillageExport export;
    private final Supervision supervision;
    private final Areas areas;
    private final Exports exports;

    VillagePages(VillageFigures figures, VillageExport export, Supervision supervision, Areas areas, Exports exports) {
        this.figures = figures;
        this.export = export;
        this.supervision = supervision;
        this.areas = areas;
        this.exports = exports;
    }

    @GetMapping("/worklist/board/villages")
    String villages(
            @RequestParam(required = false) String area,
            @RequestParam(required = false) String show,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Model model) {
        return draw(within(area, actor), VillageView.named(show), after, model);
    }

    /** The file names the operators: somebody takes it for a purpose and so often a day (requirements 21, 23). */
    @PostMapping("/worklist/board/villages/export")
    Object export(
            @RequestParam(required = false) String area,
            @RequestParam(required = false) String show,
            @RequestParam(required = false) String purpose,
            @RequestParam(defaultValue = "csv") String format,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        AreaCode within = within(area, actor);
        VillageView view = VillageView.named(show);
        try {
            exports.take(actor, "area:" + within.value(), purpose);
        } catch (InvalidInput refused) {
            if (Wishes.of(request) != Wishes.PAGE) {
                throw refused;
            }
            model.addAttribute("errors", refused.errors());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return draw(within, view, "", model);
        }
        List<Line> lines = figures.of(within).stream().filter(view::shows).toList();
        return TableFile.of(export.table(lines, figures.doneSince(within)), "desa-" + within, format);
    }

    private String draw(AreaCode within, VillageView view, String after, Model model) {
        List<Line> all = figures.of(within);
        // What is no place in the list is its beginning.
        String last = AreaCode.isShaped(after) ? after : "";
        List<Line> rest = all.stream()
                .filter(view::shows)
                .filter(line -> line.area().value().compareTo(last) > 0)
                .toList();
        List<Line> page = rest.subList(0, Math.min(PAGE, rest.size()));
        model.addAttribute("area", within.value());
        model.addAttribute("place", areas.path(within));
        model.addAttribute("view", view);
        model.addAttribute("doneSince", figures.doneSince(within));
        model.addAttribute("counts", counts(all));
        model.addAttribute("lines", page);
        model.addAttribute(
                "next", rest.size() > PAGE ? page.get(PAGE - 1).area().value() : null);
        return "worklist/villages";
    }

    // Of a whole province nobody reads a list of villages; its board names the regencies.
    private AreaCode within(String area, Actor actor) {
        AreaCode shown = supervision.area(area, actor);
        if (shown == null || shown.level() == AreaLevel.PROVINCE || shown.level() == AreaLevel.VILLAGE) {
            throw new NotFound("list of villages");
        }
        return shown;
    }

    private static Map<VillageView, Long> counts(List<Line> lines) {
        Map<VillageView, Long> counts = new LinkedHashMap<>();
        Arrays.stream(VillageView.values())
                .forEach(view ->
                        counts.put(view, lines.stream().filter(view::shows).count()));
        return counts;
    }
}
