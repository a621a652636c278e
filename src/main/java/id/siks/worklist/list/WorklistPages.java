package id.siks.worklist.list;

import id.siks.identity.Actor;
import id.siks.platform.web.Unattended;
import id.siks.worklist.desk.ListPlace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The list of work: my team's, mine, what waits for others, done by me, cases I touched. */
@Controller
class WorklistPages {

    private static final int LONGEST = 100;

    private final ListPages pages;
    private final ListFilters filters;
    private final CaseSearch search;
    private final SearchMemory memory;
    private final LastLooks looks;

    WorklistPages(ListPages pages, ListFilters filters, CaseSearch search, SearchMemory memory, LastLooks looks) {
        this.pages = pages;
        this.filters = filters;
        this.search = search;
        this.memory = memory;
        this.looks = looks;
    }

    @GetMapping("/worklist")
    String list(@RequestParam Map<String, String> asked, HttpServletRequest request, Actor actor, Model model) {
        pages.fill(model, asked, request.getSession(false), actor);
        // Whoever did the last task of a page comes back to one with nothing on it.
        return asked.containsKey("after") && model.getAttribute("list") instanceof ListView view && view.isEmpty()
                ? "redirect:" + ListPlace.done(view.filter().href(), asked.get("done"))
                : "worklist/list";
    }

    /** What an open page fetches anew when something changed. */
    @Unattended
    @GetMapping(path = "/worklist", headers = "HX-Request")
    String fresh(@RequestParam Map<String, String> asked, HttpServletRequest request, Actor actor, Model model) {
        pages.fillLive(model, asked, request.getSession(false), actor);
        return "worklist/list :: fresh";
    }

    /** A few letters that change whenever the page with the same address would look different. */
    @Unattended
    @GetMapping(path = "/worklist/stamp", produces = "text/plain")
    @ResponseBody
    String stamp(@RequestParam Map<String, String> asked, HttpServletRequest request, Actor actor) {
        return pages.stamp(asked, request.getSession(false), actor);
    }

    /** Leads to the list of what was typed; the address tells no name and no person's number. */
    @PostMapping("/worklist/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam Map<String, String> asked,
            HttpSession session,
            Actor actor) {
        ListFilter filter = filters.of(asked);
        ListFilter rest = filter.without(List.of(ListFilter.SEARCH, ListFilter.CASE));
        String typed = q.strip();
        if (typed.isEmpty()) {
            return "redirect:" + rest.href();
        }
        String cases = search.cases(typed, actor);
        ListFilter found = cases == null
                ? rest.with(ListFilter.SEARCH, memory.keep(cut(typed), session))
                : rest.with(ListFilter.CASE, cases);
        return "redirect:" + found.href();
    }

    /** The person has the list before his eyes. */
    @Unattended
    @PostMapping("/worklist/seen")
    ResponseEntity<Void> seen(Actor actor) {
        looks.seen(actor);
        return ResponseEntity.noContent().build();
    }

    private static String cut(String typed) {
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }
}
