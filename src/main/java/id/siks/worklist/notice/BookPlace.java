package id.siks.worklist.notice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of the book begins. What is alike is told as one within a stretch of the book, so that however much there is, no
 * page looks at all of it: the same stretch is looked at for all its pages, then the next.
 *
 * @param before only lines whose newest notice is older than the one with this number
 * @param from the stretch begins before the notice with this number
 */
record BookPlace(long before, long from) {

    private static final BookPlace START = new BookPlace(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:_(\\d{1,18}))?");

    /** From its text in an address; anything else is the beginning. */
    static BookPlace of(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return START;
        }
        long before = Long.parseLong(found.group(1));
        return new BookPlace(before, found.group(2) == null ? before : Long.parseLong(found.group(2)));
    }

    /** As it stands in an address; null for the beginning. */
    String text() {
        if (equals(START)) {
            return null;
        }
        return before == from ? Long.toString(before) : before + "_" + from;
    }
}
