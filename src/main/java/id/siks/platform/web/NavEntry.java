package id.siks.platform.web;

/**
 * One place of the navigation, contributed by a room as a bean. It is shown to those whom the access matrix lets open
 * {@code path}.
 *
 * @param key message key of its label, for example {@code worklist.nav.tasks}
 * @param path where it leads, for example {@code /worklist}
 * @param icon one of {@code home, tasks, board, visit, proposal, data, batch, hold, log, calendar, draft, people}
 * @param order lower comes first
 */
public record NavEntry(String key, String path, String icon, int order) {}
