package id.siks.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the access log; only what an auditor of the reader's territory is told. Every question is one statement. */
@Component
class AccessSearch {

    private static final String COLUMNS =
            "select entry_id, at, account_id, roles, kind, subject, purpose, origin, outcome"
                    + " from identity.access_log identity_row ";
    static final RowMapper<AccessEntry> ENTRY = (row, number) -> new AccessEntry(
            row.getLong("entry_id"),
            row.getTimestamp("at").toInstant(),
            row.getObject("account_id", Long.class),
            row.getString("roles"),
            AccessKind.valueOf(row.getString("kind")),
            row.getString("subject"),
            row.getString("purpose"),
            row.getString("origin"),
            AccessOutcome.valueOf(row.getString("outcome")));

    private final JdbcClient db;
    private final List<AccessSubjects> rooms;

    AccessSearch(JdbcClient db, List<AccessSubjects> rooms) {
        this.db = db;
        this.rooms = rooms;
    }

    /** Newest first; of those older than {@code before} (an entry id, or null) at most {@code most}. */
    List<AccessEntry> entries(AccessQuery query, Long before, Actor reader, int most) {
        Conditions asked = conditions(query, reader);
        asked.and("entry_id < :before", "before", before == null ? Long.MAX_VALUE : before);
        return db.sql(COLUMNS + "where " + asked.text() + " order by entry_id desc limit :most")
                .params(asked.values)
                .param("most", most)
                .query(ENTRY)
                .list();
    }

    /** How many they are, counted up to {@code most}. */
    int count(AccessQuery query, Actor reader, int most) {
        Conditions asked = conditions(query, reader);
        return db.sql("select count(*) from (select 1 from identity.access_log identity_row where " + asked.text()
                        + " limit :most) as counted")
                .params(asked.values)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Whose data were read, those read most often in front; at most {@code most} of them. */
    People people(AccessQuery query, Actor reader, int most) {
        Conditions asked = conditions(query, reader);
        asked.and("outcome = :granted", "granted", AccessOutcome.GRANTED.name());
        asked.and(
                "subject ^@ any(:people::text[])",
                "people",
                rooms.stream().flatMap(r -> r.prefixes().stream()).toArray(String[]::new));
        long[] all = new long[1];
        List<Seen> seen = db.sql(
                        """
                        select %s as code, count(*) as times, min(at) as first, max(at) as last,
                          count(distinct account_id) as readers, count(*) over () as people
                        from identity.access_log identity_row where %s
                        group by 1 order by times desc, code limit :most"""
                                .formatted(code(asked), asked.text()))
                .params(asked.values)
                .param("most", most)
                .query((row, n) -> {
                    all[0] = row.getLong("people");
                    return new Seen(
                            row.getString("code"),
                            row.getLong("times"),
                            row.getTimestamp("first").toInstant(),
                            row.getTimestamp("last").toInstant(),
                            row.getLong("readers"));
                })
                .list();
        return new People(all[0], seen);
    }

    /** Who they are, as far as they live in the reader's territory. */
    Map<String, AccessSubjects.Named> names(Collection<String> codes, Actor reader) {
        List<String> territories = List.of(Sight.prefixes(reader));
        Map<String, AccessSubjects.Named> names = new HashMap<>();
        for (AccessSubjects room : rooms) {
            List<String> own = codes.stream()
                    .filter(c -> c.startsWith(room.prefixes().get(0)))
                    .toList();
            for (int done = 0; done < own.size(); done += 500) {
                names.putAll(room.names(own.subList(done, Math.min(done + 500, own.size())), territories));
            }
        }
        return names;
    }

    private Conditions conditions(AccessQuery query, Actor reader) {
        Conditions asked = new Conditions();
        asked.and(Sight.OF_ACCOUNT, "prefixes", Sight.prefixes(reader));
        if (query.subject() != null) {
            asked.and("subject = any(:subjects::text[])", "subjects", codes(query.subject()));
        }
        if (query.account() != null) {
            asked.and("account_id = :account", "account", query.account());
        }
        if (query.kind() != null) {
            asked.and("kind = :kind", "kind", query.kind().name());
        }
        if (query.from() != null) {
            asked.and("at >= :from", "from", Timestamp.from(query.from()));
            asked.and("at < :until", "until", Timestamp.from(query.until()));
        }
        return asked;
    }

    /** Everything under which the same family stands in the log; of a case its number is enough. */
    private String[] codes(String typed) {
        Set<String> codes = new TreeSet<>(Set.of(typed));
        for (AccessSubjects room : rooms) {
            for (String prefix : room.prefixes()) {
                int name = prefix.indexOf(':') + 1;
                String bare = prefix.substring(name);
                if (typed.startsWith(prefix)) {
                    same(room, typed.substring(prefix.length()), codes);
                } else if (!bare.isEmpty() && typed.startsWith(bare)) {
                    same(room, typed.substring(bare.length()), codes);
                }
            }
        }
        return codes.toArray(String[]::new);
    }

    private static void same(AccessSubjects room, String rest, Set<String> codes) {
        room.prefixes().forEach(prefix -> codes.add(prefix + rest));
    }

    /** The code as lists write it. */
    private String code(Conditions asked) {
        StringBuilder code = new StringBuilder("case");
        for (AccessSubjects room : rooms) {
            String first = room.prefixes().get(0);
            for (String prefix : room.prefixes()) {
                String was = asked.bind(prefix);
                code.append(" when subject ^@ :%s then :%s || substr(subject, length(:%s) + 1)"
                        .formatted(was, asked.bind(first), was));
            }
        }
        return code.append(" end").toString();
    }

    /** Whose data were read how often between when and when, by how many people. */
    record Seen(String code, long times, Instant first, Instant last, long readers) {}

    /**
     * Families whose data were read.
     *
     * @param all how many they are
     * @param seen of many the first
     */
    record People(long all, List<Seen> seen) {}

    private static final class Conditions {

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new TreeMap<>();

        void and(String part, String name, Object value) {
            parts.add(part);
            values.put(name, value);
        }

        String bind(String value) {
            String name = "bound" + values.size();
            values.put(name, value);
            return name;
        }

        String text() {
            return String.join(" and ", parts);
        }
    }
}
