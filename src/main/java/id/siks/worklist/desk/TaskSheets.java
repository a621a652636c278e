package id.siks.worklist.desk;

import id.siks.casework.LadderPanel;
import id.siks.identity.Actor;
import id.siks.worklist.desk.Handings.Handing;
import id.siks.worklist.desk.WorkDesk.Sheet;
import id.siks.worklist.model.DueMoves;
import id.siks.worklist.model.DueMoves.Move;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.row.WorkRows;
import id.siks.worklist.talk.CaseTalk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** The page as it is by now: of an open task, or what became of it. */
    String now(WorkItem item, Actor actor, Model model) {
        if (item.isOpen()) {
            return show(item, actor, model);
        }
        model.addAttribute("row", rows.of(item, actor));
        model.addAttribute("doneBy", rows.nameOf(item.doneBy()));
        model.addAttribute("gone", desk.gone(item));
        return "worklist/closed";
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
        Map<String, Object> own = own(item, actor);
        own.put("view", sheet.view());
        own.put("schema", sheet.schema());
        own.put("values", values);
        requireApart(item.task(), sheet.model().keySet(), own.keySet());
        own.forEach(model::addAttribute);
        model.addAllAttributes(sheet.model());
        return "worklist/task";
    }

    /** Everything the page itself may show, null or empty where there is nothing to show just now. */
    private Map<String, Object> own(WorkItem item, Actor actor) {
        Map<String, Object> own = new HashMap<>();
        Handing handing = handings.of(item.taskId());
        own.put("row", rows.unnoted(List.of(item), actor).get(0));
        own.put("version", item.version());
        own.put("key", UUID.randomUUID());
        own.put("errors", List.of());
        own.put("refusal", null);
        own.put("sent", null);
        own.put("barred", desk.barred(item, actor));
        own.put("handing", handing);
        own.put("owner", rows.nameOf(handing.owner()));
        own.put("absent", rows.nameOf(handing.standsInFor()));
        own.put("assignee", item.assignee());
        own.put("colleagues", colleagues.of(item, actor));
        Move move = moves.of(item.taskId()).orElse(null);
        own.put("move", move);
        own.put("mover", move == null ? null : rows.nameOf(move.by()));
        own.put("comments", talk.of(item.ref(), item.area(), actor, null));
        own.put("ladder", ladder.ofTask(item.taskId()));
        return own;
    }

    /**
     * The form of the task shows its things on the same page: were one of them called as something of the page's, either would
     * be read for the other. Asked whenever a page is made, not only when both are there.
     */
    static void requireApart(String task, Set<String> forms, Set<String> own) {
        Set<String> both = new TreeSet<>(forms);
        both.retainAll(own);
        if (!both.isEmpty()) {
            throw new IllegalStateException("what %s shows is called as what its page shows: %s".formatted(task, both));
        }
    }
}
