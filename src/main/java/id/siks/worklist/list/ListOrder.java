package id.siks.worklist.list;

import id.siks.worklist.model.Cursor;
import id.siks.worklist.model.WorkItem;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which column and which way a list goes; the item's number decides among equals. Where a page begins is told by what the
 * item before it was when it was shown, whatever became of it since. A name stands in no address: its place is that of the name the
 * item has now; it has none when the reader may not see it any more, and a page begins at the beginning then.
 *
 * @param sort what the reader asked for
 * @param done true for a list of what was done: the latest in front
 * @param back true for the way back, from the end of the list to its beginning
 */
record ListOrder(Sort sort, boolean done, boolean back) {

    private static final Pattern PLACE = Pattern.compile("(?:(\\d{2,10})_)?(\\d{1,18})");

    static ListOrder of(ListFilter filter) {
        return new ListOrder(filter.sort(), filter.tab() == Tab.DONE, false);
    }

    /** The same list from its end. */
    ListOrder backwards() {
        return new ListOrder(sort, done, !back);
    }

    /** The end of a query for at most {@code most} items. */
    String sql(int most) {
        String way = isDown() ? " desc" : "";
        return " order by " + column() + way + ", item_id" + way + " limit " + most;
    }

    /** The place right after an item, as it stands in an address. */
    String after(WorkItem item) {
        return switch (sort) {
            case DUE -> new Cursor(done ? item.doneAt() : item.dueAt(), item.id()).toString();
            case AREA -> item.area() + "_" + item.id();
            case OLDEST, NAME -> Long.toString(item.id());
        };
    }

    /**
     * What lies behind a place; empty when there is no such place.
     *
     * @param place as {@link #after} tells it, null, or anything an address may hold
     * @param names key of the name of an item, empty when the reader may not see it
     */
    Optional<Condition> behind(String place, LongFunction<Optional<String>> names) {
        if (place == null) {
            return Optional.empty();
        }
        if (sort == Sort.DUE) {
            Cursor cursor = done ? Cursor.descending(place) : Cursor.ascending(place);
            return Optional.of(behind(cursor.timestamp(), cursor.id()));
        }
        Matcher found = PLACE.matcher(place);
        if (!found.matches()) {
            return Optional.empty();
        }
        long id = Long.parseLong(found.group(2));
        return switch (sort) {
            case AREA -> Optional.ofNullable(found.group(1)).map(area -> behind(area, id));
            case NAME -> names.apply(id).map(name -> behind(name, id));
            default -> Optional.of(behind(id, id));
        };
    }

    private Condition behind(Object value, long id) {
        return new Condition().and("(" + column() + ", item_id) " + (isDown() ? "<" : ">") + " (?, ?)", value, id);
    }

    private boolean isDown() {
        return isLatestFirst() != back;
    }

    private boolean isLatestFirst() {
        return done && sort == Sort.DUE;
    }

    private String column() {
        return isLatestFirst() ? "done_at" : sort.column();
    }
}
