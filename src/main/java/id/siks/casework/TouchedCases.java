package id.siks.casework;

import id.siks.platform.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases by who acted in them, as their timelines tell. */
@Service
@Transactional(readOnly = true)
public class TouchedCases {

    private static final int LARGEST_PAGE = 100;

    // The last event of each case that is his; the cases in the order in which he last acted.
    private static final String TOUCHED =
            """
            select e.event_id, e.case_ref from casework.case_event e
            where e.actor_id = :account and e.case_ref is not null and e.event_id < :before
              and not exists (select 1 from casework.case_event later
                              where later.actor_id = e.actor_id and later.case_ref = e.case_ref
                                and later.event_id > e.event_id)
            order by e.event_id desc limit :limit""";

    private final JdbcClient jdbc;
    private final CaseRows rows;

    TouchedCases(JdbcClient jdbc, CaseRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Cases in whose timeline the account acted, where he acted last in front.
     *
     * @param after {@link Page#next()} of the page before; null and anything else is the first page
     * @param limit 1 to 100
     */
    public Page<CaseSummary> of(long account, String after, int limit) {
        int most = Math.max(1, Math.min(limit, LARGEST_PAGE));
        List<Touch> found = jdbc.sql(TOUCHED)
                .param("account", account)
                .param("before", before(after))
                .param("limit", most + 1)
                .query((row, n) -> new Touch(row.getLong("event_id"), new CaseRef(row.getString("case_ref"))))
                .list();
        List<Touch> shown = found.size() > most ? found.subList(0, most) : found;
        Map<CaseRef, CaseSummary> cases =
                rows.summaries(shown.stream().map(Touch::ref).toList());
        List<CaseSummary> page = new ArrayList<>(shown.stream()
                .map(t -> cases.get(t.ref()))
                .filter(Objects::nonNull)
                .toList());
        return new Page<>(
                page, found.size() > most ? Long.toString(shown.get(most - 1).event()) : null);
    }

    /** In how many cases the account acted. */
    public int count(long account) {
        return jdbc.sql(
                        """
                        select count(distinct case_ref) from casework.case_event
                        where actor_id = :account and case_ref is not null""")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private static long before(String after) {
        return after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
    }

    private record Touch(long event, CaseRef ref) {}
}
