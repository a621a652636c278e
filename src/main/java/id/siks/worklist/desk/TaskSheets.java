package id.siks.worklist.desk;

import id.siks.casework.LadderPanel;
import id.siks.identity.Actor;
import id.siks.worklist.desk.Handings.Handing;
import id.siks.worklist.desk.WorkDesk.Sheet;
import id.siks.worklist.model.DueMoves;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.row.WorkRows;
import id.siks.worklist.talk.CaseTalk;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of an open task. */
@Component
class TaskSheets {

    private final WorkDesk desk;
    private final WorkRows rows;
    private final Handings handings;
    private final Colleagues colleagues;
    private final CaseTalk talk;
    private final DueMoves moves;
    private final LadderPanel ladder;

    TaskSheets(
            WorkDesk desk,
            WorkRows rows,
            Handings handings,
            Colleagues colleagues,
            CaseTalk talk,
            DueMoves moves,
            LadderPanel ladder) {
        this.desk = desk;
        this.rows = rows;
        this.handings = handings;
        this.colleagues = colleagues;
        this.talk = talk;
        this.moves = moves;
        this.ladder = ladder;
    }

    /** The page as it is opened. */
    String show(WorkItem item, Actor actor, Model model) {
        Sheet sheet = desk.sheet(item, actor);
        return fill(item, actor, sheet, sheet.initial(), model);
    }

    /** The page with other values in the form of the task. */
    String show(WorkItem item, Actor actor, Map<String, String[]> sent, Model model) {
        Sheet sheet = desk.sheet(item, actor);
        return fill(item, actor, sheet, sheet.schema().echo(sent), model);
    }

    private String fill(WorkItem item, Actor actor, Sheet sheet, Map<String, Object> values, Model model) {
        Handing handing = handings.of(item.taskId());
        model.addAllAttributes(sheet.model());
        model.addAttribute("row", rows.unnoted(List.of(item), actor).get(0));
        model.addAttribute("view", sheet.view());
        model.addAttribute("schema", sheet.schema());
        model.addAttribute("version", item.version());
        model.addAttribute("values", values);
        model.addAttribute("errors", List.of());
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute("handing", handing);
        model.addAttribute("owner", rows.nameOf(handing.owner()));
        model.addAttribute("absent", rows.nameOf(handing.standsInFor()));
        model.addAttribute("assignee", item.assignee());
        model.addAttribute("colleagues", colleagues.of(item, actor));
        moves.of(item.taskId()).ifPresent(move -> {
            model.addAttribute("move", move);
            model.addAttribute("mover", rows.nameOf(move.by()));
        });
        model.addAttribute("comments", talk.of(item.ref(), item.area(), actor, null));
        model.addAttribute("ladder", ladder.ofTask(item.taskId()));
        return "worklist/task";
    }
}
