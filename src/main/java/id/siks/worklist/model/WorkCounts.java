package id.siks.worklist.model;

import id.siks.identity.Role;
import id.siks.platform.BeforeCommit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * How much work there is, exact at every commit. A transaction's changes are added up and written once, at its end and in
 * the order of the key: so the rows everybody shares are held shortly, and two transactions never wait for each other in
 * a ring.
 */
@Repository
class WorkCounts {

    private static final String ADD =
            """
            insert into worklist.work_count as c (role, area_code, task_key, state, n)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
            on conflict (role, area_code, task_key, state) do update set n = c.n + excluded.n""";

    // A range instead of LIKE, so that a plan made for any territory can use the index.
    private static final String OPEN =
            """
            select task_key, sum(n) as n from worklist.work_count
            where role = ? and area_code ~>=~ ? and area_code ~<~ ? and state = 'OPEN'
            group by task_key having sum(n) > 0 order by n desc, task_key""";

    // What differs between the counters and a count of the items themselves; empty when all is well.
    private static final String DIFFERENCES =
            """
            select role, area_code, task_key, state, coalesce(c.n, 0) as kept, coalesce(i.n, 0) as counted
            from worklist.work_count c
            full join (select role, area_code, task_key, state, count(*) as n from worklist.work_item
                       group by role, area_code, task_key, state) i using (role, area_code, task_key, state)
            where coalesce(c.n, 0) <> coalesce(i.n, 0)""";

    private static final int FEW = 5;

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::role)
            .thenComparing(Key::area)
            .thenComparing(Key::task)
            .thenComparing(Key::state);

    private final JdbcTemplate jdbc;

    WorkCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Role role, String area, String task, WorkItem.State state, int change) {
        BeforeCommit.gathered(this, () -> new TreeMap<Key, Integer>(ORDER), this::write)
                .merge(new Key(role.name(), area, task, state.name()), change, Integer::sum);
    }

    /** Open work of a role in a territory, by task, the most first. */
    Map<String, Integer> open(Role role, String prefix) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.query(
                OPEN,
                row -> {
                    counts.put(row.getString("task_key"), row.getInt("n"));
                },
                role.name(),
                prefix,
                BoardSums.end(prefix));
        return counts;
    }

    /** What differs, for people who look after the system and see no cases: few of them are not counted (requirement 22). */
    List<String> differences() {
        return jdbc.query(DIFFERENCES, (row, index) -> "%s %s %s %s: %s / %s"
                .formatted(
                        row.getString("role"),
                        row.getString("area_code"),
                        row.getString("task_key"),
                        row.getString("state"),
                        cell(row.getInt("kept")),
                        cell(row.getInt("counted"))));
    }

    /**
     * Sets every counter right that differs from a count of the items; answers how many did. Whoever is about to write
     * counters waits meanwhile, so that nothing is counted twice or lost.
     */
    int recount() {
        jdbc.execute("lock table worklist.work_count in share row exclusive mode");
        return jdbc.update("insert into worklist.work_count (role, area_code, task_key, state, n) "
                + "select role, area_code, task_key, state, counted from (" + DIFFERENCES + ") as differing "
                + "on conflict (role, area_code, task_key, state) do update set n = excluded.n");
    }

    /** A number as it is shown to those who see no cases. */
    static String cell(int n) {
        return n < FEW ? "<" + FEW : Integer.toString(n);
    }

    private void write(Map<Key, Integer> changes) {
        changes.values().removeIf(n -> n == 0);
        if (changes.isEmpty()) {
            return;
        }
        List<Key> keys = List.copyOf(changes.keySet());
        jdbc.update(
                ADD,
                keys.stream().map(Key::role).toArray(String[]::new),
                keys.stream().map(Key::area).toArray(String[]::new),
                keys.stream().map(Key::task).toArray(String[]::new),
                keys.stream().map(Key::state).toArray(String[]::new),
                changes.values().toArray(Integer[]::new));
    }

    private record Key(String role, String area, String task, String state) {}
}
