package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.platform.NotFound;
import id.siks.platform.web.TableFile;
import id.siks.worklist.board.VillageFigures.Line;
import id.siks.worklist.oversight.Supervision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the villages and their operators do, as a page and as a file. */
@Controller
class VillagePages {

    private static final int PAGE = 100;

    private final VillageFigures figures;
    private final VillageExport export;
    private final Supervision supervision;
    private final Areas areas;
    private final Limits limits;
    private final AccessLog accessLog;

    VillagePages(
            VillageFigures figures,
            VillageExport export,
            Supervision supervision,
            Areas areas,
            Limits limits,
            AccessLog accessLog) {
        this.figures = figures;
        this.export = export;
        this.supervision = supervision;
        this.areas = areas;
        this.limits = limits;
        this.accessLog = accessLog;
    }

    @GetMapping("/worklist/board/villages")
    String villages(
            @RequestParam(required = false) String area,
            @RequestParam(required = false) String show,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Model model) {
        AreaCode within = within(area, actor);
        List<Line> all = figures.of(within);
        VillageView view = VillageView.named(show);
        List<Line> rest = all.stream()
                .filter(view::shows)
                .filter(line -> line.area().value().compareTo(after) > 0)
                .toList();
        List<Line> page = rest.subList(0, Math.min(PAGE, rest.size()));
        model.addAttribute("area", within.value());
        model.addAttribute("place", areas.path(within));
        model.addAttribute("view", view);
        model.addAttribute("counts", counts(all));
        model.addAttribute("lines", page);
        model.addAttribute(
                "next", rest.size() > PAGE ? page.get(PAGE - 1).area().value() : null);
        return "worklist/villages";
    }

    /** The file names the operators: how often somebody takes it is limited, and who took it is kept (requirements 21, 23). */
    @GetMapping("/worklist/board/villages/export")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) String area,
            @RequestParam(required = false) String show,
            @RequestParam(defaultValue = "csv") String format,
            Actor actor) {
        AreaCode within = within(area, actor);
        limits.use(Limit.EXPORT, actor);
        accessLog.record(actor, AccessKind.EXPORT, "area:" + within.value(), "village-figures", AccessOutcome.GRANTED);
        List<Line> lines = figures.of(within).stream()
                .filter(VillageView.named(show)::shows)
                .toList();
        return TableFile.of(export.table(lines), "desa-" + within, format);
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
