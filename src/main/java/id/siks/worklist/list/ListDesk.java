package id.siks.worklist.list;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseStatus;
import id.siks.casework.CaseSummary;
import id.siks.casework.TouchedCases;
import id.siks.casework.TouchedCases.Wanted;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Message;
import id.siks.platform.Page;
import id.siks.worklist.list.ListView.CaseLine;
import id.siks.worklist.list.ListView.Chip;
import id.siks.worklist.list.ListView.TabLine;
import id.siks.worklist.model.TeamCounts;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.row.WorkRow;
import id.siks.worklist.row.WorkRows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a page of the worklist together. */
@Service
@Transactional(readOnly = true)
class ListDesk {

    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final WorkLists lists;
    private final WorkRows rows;
    private final TeamCounts teamCounts;
    private final TeamWork teamWork;
    private final TabCounts tabCounts;
    private final TouchedCases touched;
    private final ListChips chips;
    private final LastLooks looks;
    private final Areas areas;
    private final BusinessTime time;

    ListDesk(
            WorkLists lists,
            WorkRows rows,
            TeamCounts teamCounts,
            TeamWork teamWork,
            TabCounts tabCounts,
            TouchedCases touched,
            ListChips chips,
            LastLooks looks,
            Areas areas,
            BusinessTime time) {
        this.lists = lists;
        this.rows = rows;
        this.teamCounts = teamCounts;
        this.teamWork = teamWork;
        this.tabCounts = tabCounts;
        this.touched = touched;
        this.chips = chips;
        this.looks = looks;
        this.areas = areas;
        this.time = time;
    }

    /**
     * A page of the list; whoever shows it has it written down ({@link ListView#named}).
     *
     * @param searched the name behind the filter's word, or null
     * @param after where the page begins, or null
     */
    ListView view(ListFilter filter, String searched, String after, Actor actor) {
        Map<String, Integer> byTask = teamWork.of(actor);
        Map<Tab, Integer> counts =
                tabCounts.of(actor, byTask.values().stream().mapToInt(n -> n).sum());
        Listed listed = filter.tab() == Tab.TOUCHED
                ? cases(filter, searched, after, actor)
                : work(filter, searched, after, actor);
        List<TabLine> tabs = tabs(filter, counts);
        return new ListView(
                filter,
                tabs,
                chips.of(filter, searched, actor),
                filter.tab() == Tab.TEAM ? tasks(filter, byTask) : List.of(),
                listed.hits,
                listed.rows,
                listed.cases,
                listed.next == null ? null : filter.href(listed.next),
                Integer.toHexString(Objects.hash(tabs, listed.rows, listed.cases, listed.hits)));
    }

    /** How many items each list has, for filters that are kept. */
    Map<ListFilter, Integer> count(Collection<ListFilter> filters, Actor actor) {
        List<ListFilter> work =
                filters.stream().distinct().filter(f -> f.tab() != Tab.TOUCHED).toList();
        List<Integer> found = lists.count(work, filter -> due(filter, actor), actor);
        Map<ListFilter, Integer> counts = new HashMap<>();
        IntStream.range(0, work.size()).forEach(i -> counts.put(work.get(i), found.get(i)));
        filters.stream()
                .filter(f -> f.tab() == Tab.TOUCHED)
                .forEach(f -> counts.put(f, touched(actor, wanted(f, null))));
        return counts;
    }

    /**
     * The work that stands next to an item in a list and that nobody else has taken.
     *
     * @param searched as for {@link #view}
     * @param back true for what stands before it
     */
    Optional<WorkItem> beside(WorkItem item, boolean back, ListFilter filter, String searched, Actor actor) {
        DueSpan due = due(filter, actor);
        SearchedName name = name(filter, searched);
        boolean none = name != null && lists.count(filter, due, name, actor) == 0;
        return lists.beside(item, back, filter, due, none ? name.orAlike() : name, actor);
    }

    private Listed work(ListFilter filter, String searched, String after, Actor actor) {
        DueSpan due = due(filter, actor);
        SearchedName name = name(filter, searched);
        int hits = filter.isNarrow() ? lists.count(filter, due, name, actor) : 0;
        if (hits == 0 && name != null) {
            name = name.orAlike();
            hits = lists.count(filter, due, name, actor);
        }
        Page<ListItem> page = lists.page(filter, due, name, after, actor);
        Instant since = looks.since(actor).orElse(null);
        List<WorkRow> lines =
                rows.unnoted(page.items().stream().map(ListItem::work).toList(), actor);
        List<ListRow> shown = IntStream.range(0, lines.size())
                .mapToObj(i -> ListRow.of(page.items().get(i), lines.get(i), since, actor))
                .toList();
        return new Listed(shown, List.of(), page.next(), filter.isNarrow() ? hits : null);
    }

    private Listed cases(ListFilter filter, String searched, String after, Actor actor) {
        SearchedName name = name(filter, searched);
        int hits = filter.isNarrow() ? touched(actor, wanted(filter, name)) : 0;
        if (hits == 0 && name != null) {
            name = name.orAlike();
            hits = touched(actor, wanted(filter, name));
        }
        Page<CaseSummary> page = touched.of(actor, wanted(filter, name), after, WorkLists.PAGE);
        List<CaseLine> lines = page.items().stream()
                .map(summary -> new CaseLine(summary, areas.path(summary.area())))
                .toList();
        return new Listed(List.of(), lines, page.next(), filter.isNarrow() ? hits : null);
    }

    private int touched(Actor actor, Wanted wanted) {
        return touched.count(actor, wanted, Tab.MOST_COUNTED + 1);
    }

    private static Wanted wanted(ListFilter filter, SearchedName name) {
        String status = filter.get(ListFilter.STATUS);
        return new Wanted(
                filter.area(),
                status == null ? null : CaseStatus.valueOf(status),
                filter.cases(),
                name == null ? null : name.key(),
                name != null && name.alike(),
                switch (filter.sort()) {
                    case AREA -> TouchedCases.Order.AREA;
                    case NAME -> TouchedCases.Order.NAME;
                    default -> TouchedCases.Order.LATEST;
                });
    }

    // A word the session no longer knows finds nothing; its chip says why.
    private static SearchedName name(ListFilter filter, String searched) {
        return filter.has(ListFilter.SEARCH) ? SearchedName.of(searched) : null;
    }

    private DueSpan due(ListFilter filter, Actor actor) {
        AreaCode home =
                actor.caseScopes().isEmpty() ? null : actor.caseScopes().get(0).area();
        return DueSpan.of(filter, home == null ? CAPITAL : areas.zoneOf(home), time.now());
    }

    private static List<TabLine> tabs(ListFilter filter, Map<Tab, Integer> counts) {
        ListFilter bare = new ListFilter(Map.of());
        return Stream.of(Tab.values())
                .map(tab -> new TabLine(
                        tab.word(),
                        tab == Tab.TEAM
                                ? bare.href()
                                : bare.with(ListFilter.TAB, tab.word()).href(),
                        counts.get(tab),
                        tab.isMany(counts.get(tab)),
                        tab == filter.tab()))
                .toList();
    }

    private List<Chip> tasks(ListFilter filter, Map<String, Integer> byTask) {
        return teamCounts.lines(byTask).stream()
                .map(line -> new Chip(
                        Message.of(line.titleKey()),
                        filter.with(ListFilter.TASK, line.task()).href(),
                        line.n(),
                        line.task().equals(filter.get(ListFilter.TASK))))
                .toList();
    }

    /** What the list itself holds. */
    private record Listed(List<ListRow> rows, List<CaseLine> cases, String next, Integer hits) {}
}
