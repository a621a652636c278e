package id.siks.worklist;

import id.siks.identity.Actor;
import id.siks.platform.Page;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of work: mine, my team's, done by me. */
@Controller
class WorklistPages {

    private final WorkDesk desk;
    private final WorkQueries queries;
    private final WorkRows rows;
    private final TeamCounts counts;
    private final WorklistReconcile reconcile;

    WorklistPages(WorkDesk desk, WorkQueries queries, WorkRows rows, TeamCounts counts, WorklistReconcile reconcile) {
        this.desk = desk;
        this.queries = queries;
        this.rows = rows;
        this.counts = counts;
        this.reconcile = reconcile;
    }

    @GetMapping("/worklist")
    @Transactional(readOnly = true)
    public String list(
            @RequestParam(defaultValue = "team") String tab,
            @RequestParam(required = false) String task,
            @RequestParam(required = false) String after,
            @RequestParam(required = false) String done,
            Actor actor,
            Model model) {
        Map<String, Integer> byTask = counts.of(actor);
        String shown = byTask.containsKey(task) ? task : null;
        Page<WorkItem> page =
                switch (tab) {
                    case "mine" -> queries.mine(actor, Cursor.ascending(after));
                    case "done" -> queries.done(actor, Cursor.descending(after));
                    default -> queries.team(actor, shown, false, Cursor.ascending(after));
                };
        model.addAttribute("tab", "mine".equals(tab) || "done".equals(tab) ? tab : "team");
        model.addAttribute("task", shown);
        model.addAttribute("counts", counts.lines(byTask));
        model.addAttribute("total", byTask.values().stream().mapToInt(n -> n).sum());
        model.addAttribute(
                "done", done == null ? null : desk.lastDone(done, actor).orElse(null));
        model.addAttribute("page", rows.of(page, actor));
        return "worklist/list";
    }

    @GetMapping("/worklist/reconcile")
    String reconcile(Model model) {
        model.addAttribute("report", reconcile.compare());
        return "worklist/reconcile";
    }
}
