package id.siks.platform;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that is read by key, not by page number.
 *
 * @param items what the page shows, at most 100
 * @param next where the next page starts, to be handed back as it is; null on the last page
 */
public record Page<T>(List<T> items, String next) {

    /** Copies the items, so that the page cannot change under its reader. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of a list that was read for one item more than it shows.
     *
     * @param most how many it shows
     * @param mark what names the place of an item; the next page begins behind that of the last one
     */
    public static <T> Page<T> of(List<T> found, int most, Function<? super T, ?> mark) {
        return found.size() <= most
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, most), mark.apply(found.get(most - 1)).toString());
    }

    /** True when another page follows. */
    public boolean hasNext() {
        return next != null;
    }
}
