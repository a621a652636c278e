package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.platform.NotFound;
import id.siks.worklist.forecast.ForecastDesk;
import id.siks.worklist.forecast.ForecastDesk.Ahead;
import id.siks.worklist.model.WorkRow;
import id.siks.worklist.model.WorkRows;
import id.siks.worklist.oversight.Supervision;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What will be late. */
@Controller
class ForecastPages {

    private static final int SHOWN = 50;

    private final ForecastDesk desk;
    private final Supervision supervision;
    private final WorkRows rows;
    private final Areas areas;

    ForecastPages(ForecastDesk desk, Supervision supervision, WorkRows rows, Areas areas) {
        this.desk = desk;
        this.supervision = supervision;
        this.rows = rows;
        this.areas = areas;
    }

    @GetMapping("/worklist/board/forecast")
    @Transactional(readOnly = true)
    public String forecast(@RequestParam(required = false) String area, Actor actor, Model model) {
        AreaCode within = supervision.area(area, actor);
        // Above a regency there is no period, and nobody can act on a single piece of work.
        if (within == null || within.level() == AreaLevel.PROVINCE) {
            throw new NotFound("forecast");
        }
        ForecastDesk.View view = desk.of(within, SHOWN);
        List<WorkRow> shown = rows.of(view.risky().stream().map(Ahead::item).toList(), actor);
        model.addAttribute("area", within.value());
        model.addAttribute("place", areas.path(within));
        model.addAttribute("view", view);
        model.addAttribute(
                "steered",
                supervision.over(actor, view.risky().stream().map(Ahead::item).toList()));
        model.addAttribute(
                "lines",
                IntStream.range(0, shown.size())
                        .mapToObj(i -> new Line(shown.get(i), view.risky().get(i)))
                        .toList());
        return "worklist/forecast";
    }

    /** A piece of work as a line, and what is foretold of it. */
    record Line(WorkRow row, Ahead ahead) {}
}
