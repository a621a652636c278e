package id.siks.worklist.desk;

import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Message;
import id.siks.platform.Refused;
import id.siks.platform.web.InputFaults;
import id.siks.platform.web.Wishes;
import id.siks.worklist.desk.WorkDesk.Deed;
import id.siks.worklist.model.WorkItem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One piece of work: looked at, taken, given back, done. */
@Controller
@RequestMapping("/worklist/tasks/{taskId}")
class TaskPages {

    /** Sent by whoever wants to see what comes next; no field of a form is called so. */
    private static final String ONWARD = "_next";

    private final WorkDesk desk;
    private final StaleDeeds stale;
    private final TaskSheets sheets;
    private final ListPlace place;
    private final JustDone justDone;

    TaskPages(WorkDesk desk, StaleDeeds stale, TaskSheets sheets, ListPlace place, JustDone justDone) {
        this.desk = desk;
        this.stale = stale;
        this.sheets = sheets;
        this.place = place;
        this.justDone = justDone;
    }

    @GetMapping
    String show(@PathVariable String taskId, @RequestParam(required = false) String done, Actor actor, Model model) {
        justDone.tell(done, actor, model);
        return sheets.now(desk.look(taskId, actor), actor, model);
    }

    @PostMapping("/claim")
    String claim(
            @PathVariable String taskId,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            desk.claim(taskId, actor);
            return "redirect:/worklist/tasks/{taskId}";
        } catch (Conflict conflict) {
            return stale.page(taskId, conflict, actor, request, response, model);
        }
    }

    @PostMapping("/release")
    String release(
            @PathVariable String taskId,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            desk.release(taskId, actor);
            return "redirect:" + place.href();
        } catch (Conflict conflict) {
            return stale.page(taskId, conflict, actor, request, response, model);
        }
    }

    @PostMapping("/complete")
    String complete(
            @PathVariable String taskId,
            @RequestParam UUID key,
            @RequestParam int version,
            @RequestParam String form,
            Actor actor,
            InputFaults faults,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Map<String, String[]> sent = request.getParameterMap();
        try {
            if (!faults.errors().isEmpty()) {
                throw new InvalidInput(faults.errors());
            }
            desk.complete(taskId, new Deed(key, version, form), sent, actor);
            String next = sent.containsKey(ONWARD) ? ListPlace.task(taskId) + "/next" : place.href();
            return "redirect:" + ListPlace.done(next, taskId);
        } catch (InvalidInput invalid) {
            if (Wishes.of(request) == Wishes.JSON) {
                throw invalid;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return again(desk.look(taskId, actor), key, sent, invalid.errors(), null, actor, model);
        } catch (Refused refused) {
            if (Wishes.of(request) == Wishes.JSON) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return again(desk.look(taskId, actor), key, sent, List.of(), refused.reason(), actor, model);
        } catch (Conflict conflict) {
            WorkItem now = desk.look(taskId, actor);
            if (Wishes.of(request) == Wishes.JSON || !desk.mayDo(now, actor)) {
                return stale.page(taskId, conflict, actor, request, response, model);
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            return again(now, key, sent, List.of(), conflict.reason(), actor, model);
        }
    }

    /** The page as it is by now with everything the person wrote, and what is wrong with it. */
    private String again(
            WorkItem item,
            UUID key,
            Map<String, String[]> sent,
            List<FieldError> errors,
            Message refusal,
            Actor actor,
            Model model) {
        String view = sheets.show(item, actor, sent, model);
        model.addAttribute("key", key);
        model.addAttribute("errors", errors);
        model.addAttribute("refusal", refusal);
        return view;
    }
}
