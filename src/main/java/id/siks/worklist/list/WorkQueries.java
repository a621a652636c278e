package id.siks.worklist.list;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.platform.BusinessTime;
import id.siks.platform.Page;
import id.siks.worklist.model.Cursor;
import id.siks.worklist.model.Duties;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads pages of work items by key. A team's page is one index range per duty of the person, merged. */
@Repository
class WorkQueries {

    static final int PAGE = 25;

    private static final String SELECT = "select " + WorkItems.COLUMNS + "from worklist.work_item where ";

    // What was put off wakes by itself: nothing has to happen at its moment.
    static final String AWAKE = "(follow_up_at is null or follow_up_at <= ?)";

    private final JdbcTemplate jdbc;
    private final BusinessTime time;

    WorkQueries(JdbcTemplate jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What the person has taken, due first in front. */
    Page<WorkItem> mine(Actor actor, Cursor after) {
        List<WorkItem> items = jdbc.query(
                SELECT
                        + """
                        state = 'OPEN' and assignee = ? and (due_at, item_id) > (?, ?) and\s"""
                        + AWAKE
                        + " order by due_at, item_id limit ?",
                WorkItems::item,
                actor.accountId(),
                after.timestamp(),
                after.id(),
                Timestamp.from(time.now()),
                PAGE + 1);
        return page(items, WorkItem::dueAt);
    }

    /** What the person has done, newest first. */
    Page<WorkItem> done(Actor actor, Cursor before) {
        List<WorkItem> items = jdbc.query(
                SELECT
                        + """
                        state = 'DONE' and done_by = ? and (done_at, item_id) < (?, ?)
                        order by done_at desc, item_id desc limit ?""",
                WorkItems::item,
                actor.accountId(),
                before.timestamp(),
                before.id(),
                PAGE + 1);
        return page(items, WorkItem::doneAt);
    }

    /**
     * What waits for the roles and territories of the person, due first in front.
     *
     * @param task only this user task, or null for all
     * @param free true to leave out what colleagues have taken
     */
    Page<WorkItem> team(Actor actor, String task, boolean free, Cursor after) {
        Parts parts = new Parts();
        for (Assignment duty : Duties.of(actor)) {
            parts.part(duty);
            parts.and("and (due_at, item_id) > (?, ?)", after.timestamp(), after.id());
            parts.and("and " + AWAKE, Timestamp.from(time.now()));
            if (task != null) {
                parts.and("and task_key = ?", task);
            }
            if (free) {
                parts.and("and (assignee is null or assignee = ?)", actor.accountId());
            }
            parts.and("order by due_at, item_id limit ?)", PAGE + 1);
        }
        if (parts.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        String sql = "select * from (" + parts.sql + ") as team order by due_at, item_id limit " + (PAGE + 1);
        return page(jdbc.query(sql, WorkItems::item, parts.args.toArray()), WorkItem::dueAt);
    }

    /** How many items of the person's team are late; counted up to {@code most}. */
    int late(Actor actor, Instant now, int most) {
        Parts parts = new Parts();
        for (Assignment duty : Duties.of(actor)) {
            parts.part(duty);
            parts.and("and due_at < ? limit ?)", Timestamp.from(now), most);
        }
        if (parts.isEmpty()) {
            return 0;
        }
        String sql = "select count(*) from (select * from (" + parts.sql + ") as late limit " + most + ") as counted";
        return jdbc.queryForObject(sql, Integer.class, parts.args.toArray());
    }

    private static Page<WorkItem> page(List<WorkItem> found, Function<WorkItem, Instant> order) {
        if (found.size() <= PAGE) {
            return new Page<>(found, null);
        }
        WorkItem last = found.get(PAGE - 1);
        return new Page<>(found.subList(0, PAGE), new Cursor(order.apply(last), last.id()).toString());
    }

    /** A query made of one part per duty. */
    private static final class Parts {

        private final StringBuilder sql = new StringBuilder();
        private final List<Object> args = new ArrayList<>();

        void part(Assignment duty) {
            sql.append(isEmpty() ? "(" : " union (").append(SELECT);
            String prefix = duty.scope().prefix();
            and(
                    "state = 'OPEN' and role = ? and area_code like ? || '%'",
                    duty.role().name(), prefix);
            if (prefix.length() >= duty.role().digits()) {
                and("and team_area = ?", WorkItems.cut(prefix, duty.role()));
            }
        }

        void and(String condition, Object... values) {
            sql.append(' ').append(condition);
            args.addAll(List.of(values));
        }

        boolean isEmpty() {
            return sql.isEmpty();
        }
    }
}
