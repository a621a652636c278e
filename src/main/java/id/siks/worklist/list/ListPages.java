package id.siks.worklist.list;

import id.siks.area.Areas;
import id.siks.identity.AccessKind;
import id.siks.identity.Actor;
import id.siks.worklist.desk.WorkDesk;
import id.siks.worklist.row.NamesShown;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of the list, for whoever shows it. */
@Component
class ListPages {

    private final ListDesk desk;
    private final ListPanel panel;
    private final ListFilters filters;
    private final SavedFilters saved;
    private final SearchMemory memory;
    private final WorkDesk work;
    private final NamesShown shown;
    private final Areas areas;

    ListPages(
            ListDesk desk,
            ListPanel panel,
            ListFilters filters,
            SavedFilters saved,
            SearchMemory memory,
            WorkDesk work,
            NamesShown shown,
            Areas areas) {
        this.desk = desk;
        this.panel = panel;
        this.filters = filters;
        this.saved = saved;
        this.memory = memory;
        this.work = work;
        this.shown = shown;
        this.areas = areas;
    }

    /** @param session the reader's, or null when he has none */
    ListView view(Map<String, String> asked, HttpSession session, Actor actor) {
        return view(filter(asked, actor), asked, session, actor);
    }

    /**
     * Fills the page; whom it names is written down.
     *
     * @param session the reader's, or null when he has none
     */
    void fill(Model model, Map<String, String> asked, HttpSession session, Actor actor) {
        ListFilter filter = filter(asked, actor);
        String done = asked.get("done");
        ListView view = view(filter, asked, session, actor);
        boolean found = filter.has(ListFilter.SEARCH) || filter.has(ListFilter.CASE);
        shown.list(view.named(), found ? AccessKind.SEARCH : AccessKind.READ, actor);
        model.addAttribute("list", view);
        model.addAttribute("options", panel.of(filter, actor));
        model.addAttribute("saved", saved.of(actor));
        model.addAttribute("teams", saved.teams(actor));
        model.addAttribute("areas", areas);
        model.addAttribute(
                "done", done == null ? null : work.lastDone(done, actor).orElse(null));
        model.addAttribute(
                "searched", memory.find(filter.get(ListFilter.SEARCH), session).orElse(null));
    }

    private ListFilter filter(Map<String, String> asked, Actor actor) {
        return panel.within(filters.of(asked), actor);
    }

    private ListView view(ListFilter filter, Map<String, String> asked, HttpSession session, Actor actor) {
        String searched = memory.find(filter.get(ListFilter.SEARCH), session).orElse(null);
        return desk.view(filter, searched, asked.get("after"), actor);
    }
}
