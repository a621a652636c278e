package id.siks.worklist;

import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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

    private static final String LIST = "/worklist";

    private final WorkDesk desk;
    private final WorkHanding handing;
    private final TaskSheets sheets;
    private final OnceOnly once;

    HandingPages(WorkDesk desk, WorkHanding handing, TaskSheets sheets, OnceOnly once) {
        this.desk = desk;
        this.handing = handing;
        this.sheets = sheets;
        this.once = once;
    }

    @PostMapping("/give")
    String give(
            @PathVariable String taskId,
            @RequestParam Map<String, String> sent,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return deed(
                taskId,
                sent,
                LIST,
                actor,
                response,
                model,
                () -> handing.give(taskId, sent.get("giveTo"), sent.get("giveReason"), actor));
    }

    @PostMapping("/ask")
    String ask(
            @PathVariable String taskId,
            @RequestParam Map<String, String> sent,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return deed(
                taskId,
                sent,
                page(taskId),
                actor,
                response,
                model,
                () -> handing.ask(taskId, sent.get("askTo"), sent.get("askText"), actor));
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable String taskId,
            @RequestParam Map<String, String> sent,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return deed(
                taskId, sent, LIST, actor, response, model, () -> handing.answer(taskId, sent.get("answer"), actor));
    }

    @PostMapping("/take-over")
    String takeOver(
            @PathVariable String taskId,
            @RequestParam Map<String, String> sent,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return deed(
                taskId,
                sent,
                page(taskId),
                actor,
                response,
                model,
                () -> handing.takeOver(taskId, sent.get("from"), actor));
    }

    @PostMapping("/put-off")
    String putOff(
            @PathVariable String taskId,
            @RequestParam Map<String, String> sent,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return deed(
                taskId,
                sent,
                page(taskId),
                actor,
                response,
                model,
                () -> handing.putOff(taskId, sent.get("followUp"), actor));
    }

    /** Does it once and goes to {@code next}; with a fault the page comes again with what was written. */
    private String deed(
            String taskId,
            Map<String, String> sent,
            String next,
            Actor actor,
            HttpServletResponse response,
            Model model,
            Runnable deed) {
        WorkItem item = desk.look(taskId, actor);
        try {
            once.once(OnceOnly.key(sent.get("key")), actor.accountId(), next, deed);
            return "redirect:" + next;
        } catch (InvalidInput invalid) {
            String view = sheets.show(item, actor, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", invalid.errors());
            model.addAttribute("sent", sent);
            return view;
        }
    }

    private static String page(String taskId) {
        return "/worklist/tasks/" + taskId;
    }
}
