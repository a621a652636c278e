package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.platform.NotFound;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.worklist.oversight.Supervision;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The running processes as pictures. */
@Controller
class HeatPages {

    private final ProcessHeat heat;
    private final Supervision supervision;
    private final AreaChoices choices;
    private final Trend trend;
    private final Areas areas;

    HeatPages(ProcessHeat heat, Supervision supervision, AreaChoices choices, Trend trend, Areas areas) {
        this.heat = heat;
        this.supervision = supervision;
        this.choices = choices;
        this.trend = trend;
        this.areas = areas;
    }

    @GetMapping("/worklist/board/processes")
    String show(
            @RequestParam(required = false) String area,
            @RequestParam(required = false) String process,
            @RequestParam(required = false) String month,
            Actor actor,
            Model model) {
        AreaCode shown = supervision.area(area, actor);
        Map<String, DrawnProcess> processes = heat.processes();
        String key = processes.containsKey(process)
                ? process
                : processes.keySet().stream().findFirst().orElseThrow(() -> new NotFound("process"));
        Trend.Span span = trend.of(shown);
        YearMonth of = closing(month, span.closings());
        model.addAttribute("area", shown == null ? null : shown.value());
        model.addAttribute("place", shown == null ? null : areas.path(shown));
        Map<String, String> titles = new LinkedHashMap<>();
        processes.forEach((id, drawn) -> titles.put(id, drawn.title()));
        model.addAttribute("processes", titles);
        model.addAttribute("process", key);
        model.addAttribute("periods", names(span));
        model.addAttribute("above", choices.above(shown, actor));
        model.addAttribute("below", choices.below(shown));
        model.addAttribute("national", choices.isNational(actor));
        model.addAttribute("month", of);
        model.addAttribute("heat", heat.of(processes, key, shown, span, of));
        return "worklist/processes";
    }

    private static Map<YearMonth, String> names(Trend.Span span) {
        Map<YearMonth, String> names = new LinkedHashMap<>();
        span.closings()
                .forEach(closing -> names.put(closing, span.cadence().name(closing, LocaleContextHolder.getLocale())));
        return names;
    }

    // A period that is not on offer is the current one.
    private static YearMonth closing(String asked, List<YearMonth> closings) {
        try {
            YearMonth closing = asked == null ? closings.get(0) : YearMonth.parse(asked);
            return closings.contains(closing) ? closing : closings.get(0);
        } catch (DateTimeParseException e) {
            return closings.get(0);
        }
    }
}
