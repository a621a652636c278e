package id.siks.worklist.list;

import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the filter of a list under a name, and offers the areas to filter by. */
@Controller
class SavedFilterPages {

    private final SavedFilters saved;
    private final ListFilters filters;
    private final ListPages pages;
    private final ListPanel panel;

    SavedFilterPages(SavedFilters saved, ListFilters filters, ListPages pages, ListPanel panel) {
        this.saved = saved;
        this.filters = filters;
        this.pages = pages;
        this.panel = panel;
    }

    @PostMapping("/worklist/filters")
    String keep(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String shared,
            @RequestParam(defaultValue = "") String replace,
            @RequestParam Map<String, String> asked,
            HttpSession session,
            HttpServletResponse response,
            Actor actor,
            Model model) {
        ListFilter filter = filters.of(asked);
        try {
            saved.keep(name, filter, shared, replace.equals("1"), actor);
            return "redirect:" + filter.href();
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            pages.fill(model, asked, session, actor);
            model.addAttribute("errors", invalid.errors());
            model.addAttribute("name", name);
            model.addAttribute("shared", shared);
            model.addAttribute("exists", isExisting(invalid));
            return "worklist/list";
        }
    }

    private static boolean isExisting(InvalidInput invalid) {
        return invalid.errors().stream().anyMatch(error -> error.message().key().equals(SavedFilters.EXISTS));
    }

    @PostMapping("/worklist/filters/{id}/drop")
    String drop(@PathVariable long id, Actor actor) {
        saved.drop(id, actor);
        return "redirect:/worklist";
    }

    /** The branches of the area tree at the one chosen, for a panel that is open. */
    @GetMapping("/worklist/areas")
    String areas(@RequestParam Map<String, String> asked, Actor actor, Model model) {
        ListFilter filter = panel.within(filters.of(asked), actor);
        model.addAttribute("options", panel.of(filter, actor));
        return "worklist/filters :: areas";
    }
}
