package id.siks.platform.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * One place of the navigation, contributed by a room as a bean. It is shown to those whom the access matrix lets open
 * {@code path}.
 *
 * @param key message key of its label, for example {@code worklist.nav.tasks}
 * @param path where it leads, for example {@code /worklist}
 * @param icon one of {@code home, tasks, board, visit, proposal, data, batch, hold, log, calendar, draft, people}
 * @param order lower comes first
 * @param also paths elsewhere that belong to this place
 */
public record NavEntry(String key, String path, String icon, int order, List<String> also) {

    /** A place with everything below its path. */
    public NavEntry(String key, String path, String icon, int order) {
        this(key, path, icon, order, List.of());
    }

    /** The paths below which one is at this place. */
    Stream<String> paths() {
        return Stream.concat(Stream.of(path), also.stream());
    }
}
