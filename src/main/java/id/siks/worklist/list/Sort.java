package id.siks.worklist.list;

import java.util.Locale;
import java.util.stream.Stream;

/** The orders of a list; within the same value the older item comes first. {@link #DUE} is each tab's usual one. */
enum Sort {
    DUE("due_at"),
    OLDEST("item_id"),
    AREA("area_code"),
    NAME("subject_key");

    private final String column;

    Sort(String column) {
        this.column = column;
    }

    /** Column of the work item the order goes by. */
    String column() {
        return column;
    }

    /** The order of that name; by due date for anything else. */
    static Sort named(String name) {
        return Stream.of(values())
                .filter(sort -> sort.word().equals(name))
                .findFirst()
                .orElse(DUE);
    }

    /** The name as it stands in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
