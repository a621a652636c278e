package id.siks.worklist.model;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a list starts: right after this item.
 *
 * @param at the moment the list is ordered by
 * @param id the item's number, for items of the same moment
 */
public record Cursor(Instant at, long id) {

    private static final Pattern SHAPE = Pattern.compile("(-?\\d{1,17})_(\\d{1,18})");
    private static final Cursor FIRST = new Cursor(Instant.EPOCH, 0);
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    /** The cursor a page was asked with; anything of another shape is the first page, oldest first. */
    public static Cursor ascending(String text) {
        return read(text, FIRST);
    }

    /** As {@link #ascending}, for a list that begins with the newest. */
    public static Cursor descending(String text) {
        return read(text, NEWEST);
    }

    /** The place as the database compares it. */
    public Timestamp timestamp() {
        return Timestamp.from(at);
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
    }

    private static Cursor read(String text, Cursor otherwise) {
        Matcher found = SHAPE.matcher(text == null ? "" : text);
        return found.matches()
                ? new Cursor(
                        Instant.EPOCH.plus(Long.parseLong(found.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(found.group(2)))
                : otherwise;
    }
}
