package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.Rung;
import id.siks.casework.Rungs;
import id.siks.casework.ToldRung;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import id.siks.platform.BusinessTime;
import id.siks.platform.Page;
import id.siks.worklist.board.BoardItems.Question;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.oversight.Supervision;
import id.siks.worklist.row.WorkRows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The supervisor's board and the lists its numbers open. */
@Controller
class BoardPages {

    private final OverdueBoard boards;
    private final BoardItems items;
    private final Trend trend;
    private final Supervision supervision;
    private final AreaChoices choices;
    private final TaskHandlers handlers;
    private final WorkRows rows;
    private final Areas areas;
    private final Rungs rungs;
    private final BusinessTime time;

    BoardPages(
            OverdueBoard boards,
            BoardItems items,
            Trend trend,
            Supervision supervision,
            AreaChoices choices,
            TaskHandlers handlers,
            WorkRows rows,
            Areas areas,
            Rungs rungs,
            BusinessTime time) {
        this.boards = boards;
        this.items = items;
        this.trend = trend;
        this.supervision = supervision;
        this.choices = choices;
        this.handlers = handlers;
        this.rows = rows;
        this.areas = areas;
        this.rungs = rungs;
        this.time = time;
    }

    @GetMapping("/worklist/board")
    String board(@RequestParam(required = false) String area, Actor actor, Model model) {
        AreaCode shown = supervision.area(area, actor);
        model.addAttribute("board", boards.of(shown));
        place(shown, actor, model);
        return "worklist/board";
    }

    @GetMapping("/worklist/board/list")
    String list(
            @RequestParam(required = false) String area,
            @RequestParam(defaultValue = "false") String own,
            @RequestParam(required = false) String role,
            @RequestParam(required = false) String task,
            @RequestParam(required = false) String period,
            @RequestParam(defaultValue = "false") String late,
            @RequestParam(required = false) String band,
            @RequestParam(required = false) String worker,
            @RequestParam(required = false) String after,
            Actor actor,
            Model model) {
        AreaCode shown = supervision.area(area, actor);
        DonePeriod done = period == null
                ? null
                : DonePeriod.named(period, trend.of(shown).cadence()).orElse(null);
        Question question = new Question(
                shown == null ? "" : shown.value(),
                "true".equals(own),
                // What is no role is no filter.
                Role.named(role).orElse(null),
                handlers.knows(task) ? task : null,
                done,
                "true".equals(late),
                done == null ? DueBand.named(band).orElse(null) : null,
                done == null ? account(worker) : null);
        model.addAttribute("question", question);
        model.addAttribute("taskTitle", question.task() == null ? null : handlers.titleKey(question.task()));
        Page<WorkItem> page = items.page(question, time.now(), after);
        // Whoever has no such work in the area is nobody whose name is told here.
        model.addAttribute("workerName", page.items().isEmpty() ? null : rows.nameOf(question.worker()));
        model.addAttribute("page", rows.of(page, actor));
        List<WorkItem> open = page.items().stream().filter(WorkItem::isOpen).toList();
        model.addAttribute("rungs", rungs(open));
        model.addAttribute("watched", supervision.over(actor, open));
        model.addAttribute("steers", supervision.steersAny(actor, open));
        place(shown, actor, model);
        return "worklist/board-list";
    }

    /** The highest rung each of the items has come to. */
    private Map<String, Rung> rungs(List<WorkItem> items) {
        Map<String, Rung> highest = new HashMap<>();
        rungs.ofTasks(items.stream().map(WorkItem::taskId).toList()).forEach((task, told) -> told.stream()
                .map(ToldRung::rung)
                .max(Comparator.naturalOrder())
                .ifPresent(rung -> highest.put(task, rung)));
        return highest;
    }

    private void place(AreaCode shown, Actor actor, Model model) {
        model.addAttribute("place", shown == null ? null : areas.path(shown));
        model.addAttribute("above", choices.above(shown, actor));
        model.addAttribute(
                "territories",
                supervision.of(actor).stream().map(Scope::area).distinct().toList());
    }

    // Whoever is not a number is nobody, and nobody has taken nothing.
    private static Long account(String worker) {
        if (worker == null || worker.isEmpty()) {
            return null;
        }
        return worker.matches("\\d{1,18}") ? Long.valueOf(worker) : -1L;
    }
}
