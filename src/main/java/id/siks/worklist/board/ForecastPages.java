package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.worklist.forecast.ForecastDesk;
import id.siks.worklist.forecast.Risk;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.oversight.Supervision;
import id.siks.worklist.row.WorkRows;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What will be late. */
@Controller
class ForecastPages {

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
    String forecast(
            @RequestParam(required = false) String area,
            @RequestParam(required = false) String after,
            Actor actor,
            Model model) {
        AreaCode within = supervision.area(area, actor);
        model.addAttribute("area", within == null ? null : within.value());
        model.addAttribute("place", within == null ? null : areas.path(within));
        if (within == null || within.level() == AreaLevel.PROVINCE) {
            model.addAttribute("wide", desk.wide(within));
            return "worklist/forecast-wide";
        }
        ForecastDesk.View view = desk.of(within, after);
        List<WorkItem> risky = view.risky().items().stream().map(Risk::item).toList();
        model.addAttribute("view", view);
        model.addAttribute("rows", rows.of(risky, actor));
        model.addAttribute("watched", supervision.over(actor, risky));
        model.addAttribute("steers", supervision.steersAny(actor, risky));
        return "worklist/forecast";
    }
}
