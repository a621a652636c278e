package id.siks.worklist.list;

import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.identity.AccessKind;
import id.siks.identity.Actor;
import id.siks.worklist.board.Unstaffed;
import id.siks.worklist.desk.WorkDesk;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.row.NamesShown;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of the list, for whoever shows it. */
@Component
class ListPages {

    private static final String ROLLED_OVER = "rolled-over";

    private final ListDesk desk;
    private final ListPanel panel;
    private final ListFilters filters;
    private final SavedFilters saved;
    private final SearchMemory memory;
    private final WorkDesk work;
    private final Timeline timeline;
    private final NamesShown shown;
    private final Areas areas;
    private final Unstaffed unstaffed;

    ListPages(
            ListDesk desk,
            ListPanel panel,
            ListFilters filters,
            SavedFilters saved,
            SearchMemory memory,
            WorkDesk work,
            Timeline timeline,
            NamesShown shown,
            Areas areas,
            Unstaffed unstaffed) {
        this.desk = desk;
        this.panel = panel;
        this.filters = filters;
        this.saved = saved;
        this.memory = memory;
        this.work = work;
        this.timeline = timeline;
        this.shown = shown;
        this.areas = areas;
        this.unstaffed = unstaffed;
    }

    /**
     * A few letters that change whenever the page would look different.
     *
     * @param session the reader's, or null when he has none
     */
    String stamp(Map<String, String> asked, HttpSession session, Actor actor) {
        return stamp(view(filter(asked, actor), asked, session, actor), saved.of(actor), unstaffed.waiting());
    }

    private static String stamp(ListView view, List<SavedFilter> saved, int unstaffed) {
        return Integer.toHexString(Objects.hash(view.stamp(), saved, unstaffed));
    }

    /**
     * Fills the page; whom it names is written down.
     *
     * @param session the reader's, or null when he has none
     */
    void fill(Model model, Map<String, String> asked, HttpSession session, Actor actor) {
        ListFilter filter = filter(asked, actor);
        ListView view = view(filter, asked, session, actor);
        boolean found = filter.has(ListFilter.SEARCH) || filter.has(ListFilter.CASE);
        shown.list(view.named(), found ? AccessKind.SEARCH : AccessKind.READ, actor);
        model.addAttribute("list", view);
        model.addAttribute("options", panel.of(filter, actor));
        List<SavedFilter> kept = saved.of(actor);
        int alone = unstaffed.waiting();
        model.addAttribute("saved", kept);
        model.addAttribute("alone", alone);
        model.addAttribute("stamp", stamp(view, kept, alone));
        model.addAttribute("teams", saved.teams(actor));
        model.addAttribute("areas", areas);
        done(asked.get("done"), actor).ifPresent(done -> {
            model.addAttribute("done", done);
            model.addAttribute("rolledOver", isRolledOver(done.ref()));
        });
        model.addAttribute(
                "searched", memory.find(filter.get(ListFilter.SEARCH), session).orElse(null));
    }

    private Optional<WorkItem> done(String task, Actor actor) {
        return task == null ? Optional.empty() : work.lastDone(task, actor);
    }

    /** True when the cut-off was faster than what was done last: the case goes on, but in the next period. */
    private boolean isRolledOver(CaseRef ref) {
        List<TimelineEntry> happened = timeline.of(ref);
        return !happened.isEmpty()
                && ROLLED_OVER.equals(happened.get(happened.size() - 1).what());
    }

    private ListFilter filter(Map<String, String> asked, Actor actor) {
        return panel.within(filters.of(asked), actor);
    }

    private ListView view(ListFilter filter, Map<String, String> asked, HttpSession session, Actor actor) {
        String searched = memory.find(filter.get(ListFilter.SEARCH), session).orElse(null);
        return desk.view(filter, searched, asked.get("after"), actor);
    }
}
