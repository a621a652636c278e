package id.siks.worklist.list;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseSummary;
import id.siks.platform.Message;
import id.siks.worklist.row.NamesShown;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the worklist as its template shows it.
 *
 * @param hits how many items a filtered list has; null when the tab's count says it
 * @param cases the lines of the tab of cases; empty in every other
 * @param next address of the next page, or null
 * @param stamp changes whenever the list would look different
 */
record ListView(
        ListFilter filter,
        List<TabLine> tabs,
        List<Chip> chips,
        List<Chip> tasks,
        Integer hits,
        List<ListRow> rows,
        List<CaseLine> cases,
        String next,
        String stamp) {

    public String tab() {
        return filter.tab().word();
    }

    public List<Sort> sorts() {
        return filter.tab().sorts();
    }

    /** The cases whose families it names. */
    List<CaseRef> named() {
        return Stream.concat(
                        NamesShown.named(rows.stream().map(ListRow::work).toList()).stream(),
                        cases.stream()
                                .map(CaseLine::summary)
                                .filter(CaseSummary::namesFamily)
                                .map(CaseSummary::ref))
                .toList();
    }

    /** True when {@link #hits} says only that there are more than are counted. */
    public boolean isMany() {
        return hits != null && filter.tab().isMany(hits);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && cases.isEmpty();
    }

    /**
     * One tab.
     *
     * @param many true when {@code n} says only that there are more than are counted
     */
    record TabLine(String word, String href, int n, boolean many, boolean current) {}

    /**
     * A filter that is on, and the address without it; or a task to filter by, and how often it waits.
     *
     * @param n how many, or null
     */
    record Chip(Message label, String href, Integer n, boolean current) {}

    /** A case the reader acted in and where it stands. */
    record CaseLine(CaseSummary summary, String place) {}
}
