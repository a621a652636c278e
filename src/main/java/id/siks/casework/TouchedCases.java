package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.SearchText;
import id.siks.identity.Actor;
import id.siks.platform.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases by who acted in them, as their timelines tell; of these the ones he may follow now. */
@Service
@Transactional(readOnly = true)
public class TouchedCases {

    private static final int LARGEST_PAGE = 100;

    // The last event of each case that is his.
    private static final String TOUCHED =
            """
            from casework.case_event e
            join casework.case_summary s on s.case_ref = e.case_ref
            left join casework.case_group g on g.group_id = s.group_id
            where e.actor_id = :account and s.area_code like any (:seen)
              and not exists (select 1 from casework.case_event later
                              where later.actor_id = e.actor_id and later.case_ref = e.case_ref
                                and later.event_id > e.event_id)""";

    private static final String ONE =
            """
            select %s from casework.case_event e join casework.case_summary s on s.case_ref = e.case_ref
            where e.event_id = :after and e.actor_id = :account and s.area_code like any (:seen)""";

    private final JdbcClient jdbc;
    private final CaseRows rows;

    TouchedCases(JdbcClient jdbc, CaseRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Cases in whose timeline the actor acted.
     *
     * @param after {@link Page#next()} of the page before; null and anything else is the first page
     * @param limit 1 to 100
     */
    public Page<CaseSummary> of(Actor actor, Wanted wanted, String after, int limit) {
        int most = Math.max(1, Math.min(limit, LARGEST_PAGE));
        Query query = new Query(actor, wanted);
        after(actor, wanted.order(), after).ifPresent(place -> query.beginAfter(wanted.order(), place));
        List<Touch> found = jdbc.sql("select e.event_id, e.case_ref " + query.sql
                        + wanted.order().sql() + " limit :limit")
                .params(query.params)
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

    /** In how many of the cases he wants to see the actor acted; counted from the latest on, up to {@code most}. */
    public int count(Actor actor, Wanted wanted, int most) {
        Query query = new Query(actor, wanted);
        return jdbc.sql("select count(*) from (select 1 " + query.sql + Order.LATEST.sql() + " limit :most) as latest")
                .params(query.params)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private Optional<Place> after(Actor actor, Order order, String after) {
        if (after == null || !after.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long event = Long.parseLong(after);
        return jdbc.sql(ONE.formatted(order.column))
                .param("after", event)
                .param("account", actor.accountId())
                .param("seen", CaseSight.areas(actor))
                .query((row, n) -> new Place(row.getObject(1), event))
                .optional();
    }

    /** The orders of the list; among equals the case he acted in first stands first. */
    public enum Order {
        /** Where he acted last in front. */
        LATEST("e.event_id", true),
        AREA("s.area_code", false),
        NAME("area.comparable(s.subject)", false);

        private final String column;
        private final boolean down;

        Order(String column, boolean down) {
            this.column = column;
            this.down = down;
        }

        private String sql() {
            String way = down ? " desc" : "";
            return " order by " + column + way + ", e.event_id" + way;
        }
    }

    /**
     * Which of the cases somebody wants to see; null leaves a wish out.
     *
     * @param area the area in which they are
     * @param status where they stand
     * @param refs their numbers
     * @param name a part of whom they are about, in the form {@link id.siks.area.SearchText} gives it
     * @param alike true to find similar names instead of those that contain it
     */
    public record Wanted(AreaCode area, CaseStatus status, List<String> refs, String name, boolean alike, Order order) {

        /** All of them. */
        public static final Wanted ALL = new Wanted(null, null, null, null, false, Order.LATEST);
    }

    /** Where a page begins: after the case with this value in its order. */
    private record Place(Object value, long event) {}

    private record Touch(long event, CaseRef ref) {}

    /** What is asked, as far as it was asked. */
    private static final class Query {

        private final StringBuilder sql = new StringBuilder(TOUCHED);
        private final Map<String, Object> params = new HashMap<>();

        Query(Actor actor, Wanted wanted) {
            params.put("account", actor.accountId());
            params.put("seen", CaseSight.areas(actor));
            if (wanted.area() != null) {
                and("s.area_code like :area || '%'", "area", wanted.area().value());
            }
            if (wanted.status() != null) {
                and(Shown.STATUS + " = :status", "status", wanted.status().name());
            }
            if (wanted.refs() != null) {
                and("e.case_ref = any(:refs)", "refs", wanted.refs().toArray(String[]::new));
            }
            if (wanted.name() != null) {
                and(
                        wanted.alike()
                                ? "word_similarity(:name, area.comparable(s.subject)) >= " + SearchText.ALIKE
                                : "area.comparable(s.subject) like '%' || :name || '%'",
                        "name",
                        wanted.name());
            }
        }

        void beginAfter(Order order, Place place) {
            params.put("event", place.event());
            and(
                    "(" + order.column + ", e.event_id) " + (order.down ? "<" : ">") + " (:value, :event)",
                    "value",
                    place.value());
        }

        private void and(String condition, String name, Object value) {
            sql.append(" and ").append(condition);
            params.put(name, value);
        }
    }
}
