package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.oversight.Supervision;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The running processes as pictures. */
@Controller
class HeatPages {

    private static final int MONTHS = 12;

    private final ProcessHeat heat;
    private final Supervision supervision;
    private final Areas areas;
    private final BusinessTime time;

    HeatPages(ProcessHeat heat, Supervision supervision, Areas areas, BusinessTime time) {
        this.heat = heat;
        this.supervision = supervision;
        this.areas = areas;
        this.time = time;
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
        YearMonth current = YearMonth.from(time.today(BoardSums.CLOCK));
        List<YearMonth> months =
                IntStream.range(0, MONTHS).mapToObj(current::minusMonths).toList();
        YearMonth of = month(month, months);
        model.addAttribute("area", shown == null ? null : shown.value());
        model.addAttribute("place", shown == null ? null : areas.path(shown));
        Map<String, String> titles = new LinkedHashMap<>();
        processes.forEach((id, drawn) -> titles.put(id, drawn.title()));
        model.addAttribute("processes", titles);
        model.addAttribute("process", key);
        model.addAttribute("months", months);
        model.addAttribute("month", of);
        model.addAttribute("heat", heat.of(processes.get(key), shown, of));
        return "worklist/processes";
    }

    // A month that is not on offer is the current one.
    private static YearMonth month(String asked, List<YearMonth> months) {
        try {
            YearMonth month = asked == null ? months.get(0) : YearMonth.parse(asked);
            return months.contains(month) ? month : months.get(0);
        } catch (DateTimeParseException e) {
            return months.get(0);
        }
    }
}
