package id.siks.platform;

import java.util.List;

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

    /** True when another page follows. */
    public boolean hasNext() {
        return next != null;
    }
}
