package id.siks.worklist.list;

import id.siks.area.Areas;
import id.siks.identity.AccessKind;
import id.siks.identity.Actor;
import id.siks.worklist.board.Unstaffed;
import id.siks.worklist.desk.JustDone;
import id.siks.worklist.desk.ListPlace;
import id.siks.worklist.desk.Postponed;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.row.NamesShown;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of the list, for whoever shows it. */
@Component
class ListPages {

    private static final Pattern PAGE = Pattern.compile("[0-9_-]{1,40}");

    private final ListDesk desk;
    private final ListPanel panel;
    private final ListFilters filters;
    private final SavedFilters saved;
    private final SearchMemory memory;
    private final JustDone justDone;
    private final NamesShown shown;
    private final Areas areas;
    private final Postponed postponed;
    private final Unstaffed unstaffed;
    private final ListPlace place;

    ListPages(
            ListDesk desk,
            ListPanel panel,
            ListFilters filters,
            SavedFilters saved,
            SearchMemory memory,
            JustDone justDone,
            NamesShown shown,
            Areas areas,
            Postponed postponed,
            Unstaffed unstaffed,
            ListPlace place) {
        this.desk = desk;
        this.panel = panel;
        this.filters = filters;
        this.saved = saved;
        this.memory = memory;
        this.justDone = justDone;
        this.shown = shown;
        this.areas = areas;
        this.postponed = postponed;
        this.unstaffed = unstaffed;
        this.place = place;
    }

    /**
     * A few letters that change whenever the part of the page that is fetched anew would look different.
     *
     * @param session the reader's, or null when he has none
     */
    String stamp(Map<String, String> asked, HttpSession session, Actor actor) {
        return live(view(filter(asked, actor), asked, session, actor), actor).stamp();
    }

    /** Fills the part of the page that is fetched anew when something changed; whom it names is written down. */
    void fillLive(Model model, Map<String, String> asked, HttpSession session, Actor actor) {
        ListFilter filter = filter(asked, actor);
        ListView view = view(filter, asked, session, actor);
        boolean found = filter.has(ListFilter.SEARCH) || filter.has(ListFilter.CASE);
        shown.list(view.named(), found ? AccessKind.SEARCH : AccessKind.READ, actor);
        Live live = live(view, actor);
        model.addAttribute("list", view);
        model.addAttribute("saved", live.saved());
        model.addAttribute("asleep", live.asleep());
        model.addAttribute("alone", live.alone());
        model.addAttribute("stamp", live.stamp());
        model.addAttribute(
                "works", actor.assignments().stream().anyMatch(a -> a.role().works()));
        model.addAttribute("areas", areas);
        searched(filter, session).ifPresent(typed -> {
            model.addAttribute("searched", typed);
            model.addAttribute("advice", SearchedName.advice(typed).orElse(null));
        });
    }

    /**
     * Fills the page; whom it names is written down.
     *
     * @param session the reader's, or null when he has none
     */
    void fill(Model model, Map<String, String> asked, HttpSession session, Actor actor) {
        fillLive(model, asked, session, actor);
        ListFilter filter = filter(asked, actor);
        place.keep(href(filter, asked.get("after")), session);
        model.addAttribute("options", panel.of(filter, actor));
        model.addAttribute("teams", saved.teams(actor));
        justDone.tell(asked.get("done"), actor, model);
    }

    private static String href(ListFilter filter, String after) {
        return after == null || !PAGE.matcher(after).matches() ? filter.href() : filter.href(after);
    }

    private Live live(ListView view, Actor actor) {
        return new Live(view, saved.of(actor), postponed.count(actor), unstaffed.waiting(actor));
    }

    /**
     * The work that stands next to an item in the list the reader had before him last and that nobody else has taken; in that of
     * his team when he looked at what is not his to do.
     *
     * @param back true for what stands before it
     * @param session the reader's, or null when he has none
     */
    Optional<WorkItem> beside(WorkItem item, boolean back, HttpSession session, Actor actor) {
        ListFilter last = filter(place.asked(), actor);
        ListFilter filter = last.tab() == Tab.TEAM || last.tab() == Tab.MINE ? last : new ListFilter(Map.of());
        return desk.beside(item, back, filter, searched(filter, session).orElse(null), actor);
    }

    private ListFilter filter(Map<String, String> asked, Actor actor) {
        return panel.within(filters.of(asked), actor);
    }

    private ListView view(ListFilter filter, Map<String, String> asked, HttpSession session, Actor actor) {
        return desk.view(filter, searched(filter, session).orElse(null), asked.get("after"), actor);
    }

    private Optional<String> searched(ListFilter filter, HttpSession session) {
        return memory.find(filter.get(ListFilter.SEARCH), session);
    }

    /**
     * What is fetched anew.
     *
     * @param asleep how much the reader has put off
     * @param alone how much has nobody to do it, for an office
     */
    private record Live(ListView view, List<SavedFilter> saved, int asleep, int alone) {

        String stamp() {
            return Integer.toHexString(Objects.hash(view.stamp(), saved, asleep, alone));
        }
    }
}
