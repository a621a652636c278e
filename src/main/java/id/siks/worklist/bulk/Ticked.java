package id.siks.worklist.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was ticked in a list, as its page sends it. */
final class Ticked {

    private Ticked() {}

    /** Ids of the tasks, each once. */
    static List<String> tasks(List<String> items) {
        return List.copyOf(versions(items).keySet());
    }

    /** Each item is the task's id, with {@code _} and the version the page was made from where that matters. */
    static Map<String, Integer> versions(List<String> items) {
        Map<String, Integer> versions = new LinkedHashMap<>();
        for (String item : items == null ? List.<String>of() : items) {
            int end = item.lastIndexOf('_');
            String version = end < 0 ? "" : item.substring(end + 1);
            boolean known = version.matches("\\d{1,9}");
            versions.put(known ? item.substring(0, end) : item, known ? Integer.parseInt(version) : -1);
        }
        return versions;
    }

    /** In which list of the board: the query of its address; empty when that is none. */
    static String from(String query) {
        return query != null && query.matches("[A-Za-z0-9_=&-]{0,200}") ? query : "";
    }
}
