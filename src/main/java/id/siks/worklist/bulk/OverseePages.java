package id.siks.worklist.bulk;

import id.siks.identity.Actor;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.oversight.Oversight;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a supervisor does from his board: chosen in a list, asked to whom, until when or what, and told what came of each. */
@Controller
@RequestMapping("/worklist/board/oversight")
class OverseePages {

    /** Deeds that need an answer first; each shows a page that asks. */
    private static final Set<String> ASKED = Set.of("reassign", "note", "due");

    /** Deeds that decide about the work. */
    private static final Set<String> STEERING = Set.of("reassign", "due");

    private final OverseeDesk desk;
    private final BulkSheets sheets;

    OverseePages(OverseeDesk desk, BulkSheets sheets) {
        this.desk = desk;
        this.sheets = sheets;
    }

    /** Reminds at once; for the rest asks. */
    @PostMapping
    ModelAndView choose(
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(name = "item", required = false) List<String> items,
            @RequestParam String key,
            @RequestParam Map<String, String> sent,
            Actor actor) {
        if (what.equals("remind")) {
            return done(what, items, key, sent, actor);
        }
        requireAsked(what);
        try {
            return ask(
                    what,
                    desk.chosen(Ticked.tasks(items), STEERING.contains(what), actor),
                    Map.of("from", Ticked.from(sent.get("from"))),
                    List.of(),
                    actor);
        } catch (InvalidInput nothingToDo) {
            return sheets.nothing(nothingToDo.errors());
        }
    }

    /** Does what was asked for, with what was answered. */
    @PostMapping("/answer")
    ModelAndView answer(
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(name = "item", required = false) List<String> items,
            @RequestParam String key,
            @RequestParam Map<String, String> sent,
            Actor actor) {
        requireAsked(what);
        return done(what, items, key, sent, actor);
    }

    private static void requireAsked(String what) {
        if (!ASKED.contains(what)) {
            throw new NotFound("oversight deed");
        }
    }

    private ModelAndView done(String what, List<String> items, String key, Map<String, String> sent, Actor actor) {
        UUID deed = OnceOnly.key(key);
        List<String> tasks = Ticked.tasks(items);
        List<WorkItem> chosen = List.of();
        try {
            if (!desk.isBegun(deed, actor)) {
                chosen = desk.chosen(tasks, STEERING.contains(what), actor);
                check(what, chosen, sent, actor);
            }
            act(what, deed, tasks, sent, actor);
        } catch (InvalidInput invalid) {
            return chosen.isEmpty()
                    ? sheets.nothing(invalid.errors())
                    : ask(what, chosen, sent, invalid.errors(), actor);
        }
        ModelAndView result = new ModelAndView("redirect:/worklist/bulk/" + deed);
        result.addObject("from", Ticked.from(sent.get("from")));
        return result;
    }

    /** What is refused at once is not begun; the rest is refused one by one. */
    private void check(String what, List<WorkItem> chosen, Map<String, String> sent, Actor actor) {
        switch (what) {
            case "reassign" -> sheets.requireGiving(sent, chosen, actor);
            case "note" -> Oversight.note(sent.get("note"));
            case "due" -> desk.requireDue(chosen, sent.get("dueDay"), sent.get("dueReason"));
            default -> {
                // Who is reminded, and of what, needs no answer.
            }
        }
    }

    private void act(String what, UUID deed, List<String> tasks, Map<String, String> sent, Actor actor) {
        switch (what) {
            case "remind" -> desk.remind(deed, tasks, actor);
            case "note" -> desk.note(deed, tasks, sent.get("note"), actor);
            case "due" -> desk.moveDue(deed, tasks, sent.get("dueDay"), sent.get("dueReason"), actor);
            default -> desk.reassign(deed, tasks, sent.get("giveTo"), sent.get("giveReason"), actor);
        }
    }

    private ModelAndView ask(
            String what, List<WorkItem> chosen, Map<String, String> sent, List<FieldError> errors, Actor actor) {
        return what.equals("reassign")
                ? sheets.give(what, chosen, sent, errors, actor)
                : sheets.ask(what, chosen, sent, errors, actor);
    }
}
