package id.siks.casework;

import id.siks.area.AreaCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the cases villages opened, for those who look after the villages. */
@Service
@Transactional(readOnly = true)
public class CaseFigures {

    // Village by village, so that no more is read than the latest case of each and what was opened since.
    private static final String OPENED =
            """
            select village.area_code, fresh.opened, latest.opened_at as last
            from unnest(:villages::text[]) as village (area_code)
            cross join lateral (
              select s.opened_at from casework.case_summary s
              where s.area_code = village.area_code and s.status <> 'DRAFT' order by s.opened_at desc limit 1) as latest
            cross join lateral (
              select count(*) as opened from casework.case_summary s
              where s.area_code = village.area_code and s.opened_at >= :since and s.status <> 'DRAFT'
                and s.kind <> :meeting) as fresh""";

    private static final String RETURNED =
            """
            select s.area_code, e.reason_code, count(*) as n
            from casework.case_event e join casework.case_summary s using (case_ref)
            where e.status = 'RETURNED_TO_VILLAGE' and e.reason_code is not null
              and e.at >= :since and s.area_code ~>=~ :from and s.area_code ~<~ :to
            group by s.area_code, e.reason_code""";

    // What travels with a list stands where the list does.
    private static final String WAITING =
            """
            select %s from casework.case_summary
            where area_code ~>=~ :from and area_code ~<~ :to and length(area_code) = 10
              and group_id is null and kind <> :meeting and status = any (:statuses)
            %s""";

    /** A meeting carries the statuses of those it speaks about, but nobody is registered by it. */
    static final String MEETING = "VILLAGE_MEETING";

    private final JdbcClient jdbc;

    CaseFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Figures of these villages, of all within an area, of cases handed in or returned since a moment. */
    public Map<AreaCode, Village> byVillage(AreaCode within, Collection<AreaCode> all, Instant since) {
        Map<AreaCode, Map<ReasonCode, Integer>> returned = returned(within, since);
        Map<AreaCode, Village> villages = new HashMap<>();
        jdbc.sql(OPENED)
                .param("villages", all.stream().map(AreaCode::value).toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .param("meeting", MEETING)
                .query(row -> {
                    AreaCode code = new AreaCode(row.getString("area_code"));
                    villages.put(
                            code,
                            new Village(
                                    row.getInt("opened"),
                                    returned.getOrDefault(code, Map.of()),
                                    row.getTimestamp("last").toInstant()));
                });
        return villages;
    }

    /**
     * How many families' cases of each village within an area, in no list, stand at one of the statuses; villages without are
     * absent.
     */
    public Map<AreaCode, Map<CaseStatus, Integer>> waiting(AreaCode within, Set<CaseStatus> statuses) {
        Map<AreaCode, Map<CaseStatus, Integer>> waiting = new HashMap<>();
        asked("area_code, status, count(*) as n", "group by area_code, status", within, statuses)
                .query(row -> {
                    waiting.computeIfAbsent(
                                    new AreaCode(row.getString("area_code")), code -> new EnumMap<>(CaseStatus.class))
                            .put(CaseStatus.valueOf(row.getString("status")), row.getInt("n"));
                });
        return waiting;
    }

    /** Families' cases of an area, in no list, that stand at one of the statuses; the longest there first. */
    public List<Waiting> waiting(AreaCode within, Set<CaseStatus> statuses, int most) {
        return asked("case_ref, area_code, status, since", "order by since, case_ref limit :most", within, statuses)
                .param("most", most)
                .query((row, number) -> new Waiting(
                        new CaseRef(row.getString("case_ref")),
                        new AreaCode(row.getString("area_code")),
                        CaseStatus.valueOf(row.getString("status")),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec asked(String columns, String order, AreaCode within, Set<CaseStatus> statuses) {
        return jdbc.sql(WAITING.formatted(columns, order))
                .param("from", within.value())
                .param("to", within.past())
                .param("meeting", MEETING)
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new));
    }

    private Map<AreaCode, Map<ReasonCode, Integer>> returned(AreaCode within, Instant since) {
        Map<AreaCode, Map<ReasonCode, Integer>> returned = new HashMap<>();
        jdbc.sql(RETURNED)
                .param("since", Timestamp.from(since))
                .param("from", within.value())
                .param("to", within.past())
                .query(row -> {
                    returned.computeIfAbsent(new AreaCode(row.getString("area_code")), code -> new TreeMap<>())
                            .put(ReasonCode.valueOf(row.getString("reason_code")), row.getInt("n"));
                });
        return returned;
    }

    /**
     * What became of a village's cases.
     *
     * @param handedIn cases opened and handed in since the moment asked for
     * @param returned how often a case was sent back to the village since then, by reason; what the ministry sends back to the
     *     regency (glossary 6.1) is not among them
     * @param lastOpenedAt when the latest of all its cases was opened
     */
    public record Village(int handedIn, Map<ReasonCode, Integer> returned, Instant lastOpenedAt) {

        /** All returns, whatever the reason. */
        public int returns() {
            return returned.values().stream().mapToInt(n -> n).sum();
        }
    }

    /** A case of a village and since when it stands at its status. */
    public record Waiting(CaseRef ref, AreaCode village, CaseStatus status, Instant since) {}
}
