package id.siks.worklist.desk;

import id.siks.identity.Actor;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.row.WorkRow;
import id.siks.worklist.row.WorkRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What one has put off, and when it comes back. */
@Controller
class PostponedPage {

    private final Postponed postponed;
    private final WorkRows rows;

    PostponedPage(Postponed postponed, WorkRows rows) {
        this.postponed = postponed;
        this.rows = rows;
    }

    @GetMapping("/worklist/postponed")
    String show(Actor actor, Model model) {
        Map<WorkItem, Instant> asleep = postponed.of(actor);
        List<WorkRow> shown = rows.of(List.copyOf(asleep.keySet()), actor);
        List<Instant> wake = List.copyOf(asleep.values());
        model.addAttribute("rows", shown);
        model.addAttribute("wake", wake);
        model.addAttribute("all", postponed.count(actor));
        return "worklist/postponed";
    }
}
