package id.siks.worklist.list;

import id.siks.identity.Actor;
import id.siks.worklist.desk.ListPlace;
import id.siks.worklist.desk.WorkDesk;
import id.siks.worklist.model.WorkItem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads from a piece of work to what stands next to it in the list, without the list in between; at its end to the list. */
@Controller
@RequestMapping("/worklist/tasks/{taskId}")
class NeighbourPages {

    private final WorkDesk desk;
    private final ListPages pages;
    private final ListPlace place;

    NeighbourPages(WorkDesk desk, ListPages pages, ListPlace place) {
        this.desk = desk;
        this.pages = pages;
        this.place = place;
    }

    /** Whoever has just done a task is led on from it. */
    @GetMapping("/next")
    String next(
            @PathVariable String taskId,
            @RequestParam(required = false) String done,
            HttpServletRequest request,
            Actor actor) {
        return beside(taskId, false, done, request, actor);
    }

    @GetMapping("/previous")
    String previous(@PathVariable String taskId, HttpServletRequest request, Actor actor) {
        return beside(taskId, true, null, request, actor);
    }

    private String beside(String taskId, boolean back, String done, HttpServletRequest request, Actor actor) {
        WorkItem item = desk.look(taskId, actor);
        String found = pages.beside(item, back, request.getSession(false), actor)
                .map(beside -> ListPlace.task(beside.taskId()))
                .orElseGet(place::href);
        return "redirect:" + ListPlace.done(found, done);
    }
}
