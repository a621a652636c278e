package id.siks.worklist.list;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of the worklist. Labels are {@code worklist.tab.<name>} in small letters. */
enum Tab {
    TEAM,
    MINE,
    WAITING,
    DONE,
    TOUCHED;

    private static final Set<String> OF_CASES = Set.of(
            ListFilter.TAB, ListFilter.SEARCH, ListFilter.CASE, ListFilter.STATUS, ListFilter.AREA, ListFilter.SORT);

    /** So many items of a tab of the past are counted; there are more when one more was found, and the page says 999+. */
    static final int MOST_COUNTED = 999;

    /** True for what is over: it grows as long as somebody works here, so its count ends at {@link #MOST_COUNTED}. */
    boolean isPast() {
        return this == DONE || this == TOUCHED;
    }

    /** True when {@code n} says only that there are more than {@link #MOST_COUNTED}. */
    boolean isMany(int n) {
        return isPast() && n > MOST_COUNTED;
    }

    /** True when the parameter of an address does something here. */
    boolean reads(String parameter) {
        return switch (this) {
            case TEAM, WAITING -> !parameter.equals(ListFilter.STATUS);
            case MINE, DONE -> !parameter.equals(ListFilter.STATUS) && !parameter.equals(ListFilter.WHO);
            case TOUCHED -> OF_CASES.contains(parameter);
        };
    }

    /** Its orders, the usual one first: by due date what is open, by when it was done the rest. */
    public List<Sort> sorts() {
        return isPast() ? List.of(Sort.DUE, Sort.AREA, Sort.NAME) : List.of(Sort.values());
    }

    /** The tab of that name; the team's for anything else. */
    static Tab named(String name) {
        return Stream.of(values())
                .filter(tab -> tab.word().equals(name))
                .findFirst()
                .orElse(TEAM);
    }

    /** The name as it stands in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
