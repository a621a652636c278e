package id.siks.worklist.forecast;

import id.siks.worklist.model.Cursor;
import id.siks.worklist.model.WorkItem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An open piece of work and how many in a hundred comparable ones would be late. */
public record Risk(WorkItem item, int risk) {

    Place place() {
        return new Place(risk, new Cursor(item.dueAt(), item.id()));
    }

    /** Where a page of a list with the likeliest first starts: right after this risk, due date and item. */
    record Place(int risk, Cursor due) {

        private static final Pattern SHAPE = Pattern.compile("(\\d{1,3})_(.+)");
        private static final int ABOVE_ALL = 101;

        /** The place a page was asked with; anything of another shape is the first page. */
        static Place of(String text) {
            Matcher found = SHAPE.matcher(text == null ? "" : text);
            return found.matches()
                    ? new Place(Integer.parseInt(found.group(1)), Cursor.ascending(found.group(2)))
                    : new Place(ABOVE_ALL, Cursor.ascending(null));
        }

        @Override
        public String toString() {
            return risk + "_" + due;
        }
    }
}
