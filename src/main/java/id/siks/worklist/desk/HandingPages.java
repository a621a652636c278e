package id.siks.worklist.desk;

import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import id.siks.worklist.model.WorkItem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Passes a piece of work on: to a colleague, back to who asked, to oneself, to a later day. */
@Controller
@RequestMapping("/worklist/tasks/{taskId}")
class HandingPages {

    // After these the work is in another hand, so its page has nothing more to do.
    private static final Set<String> GONE = Set.of("give", "answer");

    private final WorkDesk desk;
    private final WorkHanding handing;
    private final TaskSheets sheets;
    private final StaleDeeds stale;
    private final ListPlace place;
    private final OnceOnly once;

    HandingPages(
            WorkDesk desk, WorkHanding handing, TaskSheets sheets, StaleDeeds stale, ListPlace place, OnceOnly once) {
        this.desk = desk;
        this.handing = handing;
        this.sheets = sheets;
        this.stale = stale;
        this.place = place;
        this.once = once;
    }

    /** Does it once and goes on; with a fault the page comes again with what was written. */
    @PostMapping({"/give", "/ask", "/answer", "/take-over", "/put-off"})
    String pass(
            @PathVariable String taskId,
            @RequestParam Map<String, String> sent,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        WorkItem item = desk.look(taskId, actor);
        String path = request.getRequestURI();
        String deed = path.substring(path.lastIndexOf('/') + 1);
        String next = GONE.contains(deed) ? place.href() : ListPlace.task(taskId);
        try {
            once.once(OnceOnly.key(sent.get("key")), actor.accountId(), next, () -> pass(deed, taskId, sent, actor));
            return "redirect:" + next;
        } catch (InvalidInput invalid) {
            String view = sheets.show(item, actor, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", invalid.errors());
            model.addAttribute("sent", sent);
            return view;
        } catch (Conflict conflict) {
            return stale.page(taskId, conflict, actor, request, response, model);
        }
    }

    private void pass(String deed, String taskId, Map<String, String> sent, Actor actor) {
        switch (deed) {
            case "give" -> handing.give(taskId, sent.get("giveTo"), sent.get("giveReason"), actor);
            case "ask" -> handing.ask(taskId, sent.get("askTo"), sent.get("askText"), actor);
            case "answer" -> handing.answer(taskId, sent.get("answer"), actor);
            case "take-over" -> handing.takeOver(taskId, sent.get("from"), actor);
            default -> handing.putOff(taskId, sent.get("followUp"), actor);
        }
    }
}
