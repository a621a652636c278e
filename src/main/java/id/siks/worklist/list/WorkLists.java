package id.siks.worklist.list;

import id.siks.area.SearchText;
import id.siks.casework.CaseSight;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Page;
import id.siks.worklist.model.Stage;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads pages of work items by key, in every order a list has. */
@Repository
class WorkLists {

    static final int PAGE = 25;

    private static final String COLUMNS = WorkItems.COLUMNS + ", stage, returned, changed_at, changed_by, subject_key ";

    // What was put off wakes by itself: nothing has to happen at its moment.
    private static final String AWAKE = "(follow_up_at is null or follow_up_at <= ?)";

    private final JdbcTemplate jdbc;
    private final BusinessTime time;

    WorkLists(JdbcTemplate jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * A page of a tab.
     *
     * @param name what is searched for, or null
     * @param after {@link Page#next()} of the page before; null and anything else is the first page
     */
    Page<ListItem> page(ListFilter filter, DueSpan due, SearchedName name, String after, Actor actor) {
        ListOrder order = ListOrder.of(filter);
        Condition narrow = ListConditions.of(filter, due, name, actor);
        awake(filter.tab()).ifPresent(narrow::and);
        order.behind(after, id -> nameKey(id, actor)).ifPresent(narrow::and);
        List<ListItem> found = read(order, PAGE + 1, narrow, filter, name, actor);
        return Page.of(found, PAGE, item -> order.after(item.work()));
    }

    /**
     * The work that stands next to an item in a list and that nobody else has taken; none where the item has no place.
     *
     * @param item one of the list, or what has left it since
     * @param back true for what stands before it
     */
    Optional<WorkItem> beside(
            WorkItem item, boolean back, ListFilter filter, DueSpan due, SearchedName name, Actor actor) {
        ListOrder order = ListOrder.of(filter);
        ListOrder way = back ? order.backwards() : order;
        Condition narrow = ListConditions.of(filter, due, name, actor).and(own(actor));
        return way.behind(order.after(item), id -> nameKey(id, actor))
                .flatMap(behind -> read(way, 1, narrow.and(behind), filter, name, actor).stream()
                        .findFirst())
                .map(ListItem::work);
    }

    private List<ListItem> read(
            ListOrder order, int most, Condition narrow, ListFilter filter, SearchedName name, Actor actor) {
        String end = order.sql(most);
        Merged parts = Merged.of(ListScope.of(filter.tab(), actor, filter.area()), COLUMNS, narrow.orTrue(), end);
        if (parts.isEmpty()) {
            return List.of();
        }
        listenFor(name);
        return jdbc.query(
                "select * from (" + parts.sql() + ") as list" + end,
                WorkLists::item,
                parts.args().toArray());
    }

    /** What the actor may do next, due first in front, at most {@code most}: without what colleagues have taken. */
    List<WorkItem> next(Actor actor, int most) {
        Condition own = own(actor);
        String order = " order by due_at, item_id limit " + most;
        Merged parts = Merged.of(ListScope.team(actor, null), WorkItems.COLUMNS, own, order);
        return parts.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select * from (" + parts.sql() + ") as next" + order,
                        WorkItems::item,
                        parts.args().toArray());
    }

    /** How much of what the actor may do next is late; counted up to {@code most}. */
    int late(Actor actor, int most) {
        Condition late = own(actor).and("due_at < ?", Timestamp.from(time.now()));
        Merged parts = Merged.of(ListScope.team(actor, null), "item_id", late, " limit " + most);
        return parts.isEmpty()
                ? 0
                : jdbc.queryForObject(
                        "select least(count(*), " + most + ") from (" + parts.sql() + ") as late",
                        Integer.class,
                        parts.args().toArray());
    }

    /** How many items a list has on all its pages; of what is over no more than one beyond {@link Tab#MOST_COUNTED}. */
    int count(ListFilter filter, DueSpan due, SearchedName name, Actor actor) {
        listenFor(name);
        Condition all = all(filter, due, name, actor);
        return jdbc.queryForObject(
                counted(filter, all, "count(*)"), Integer.class, all.args().toArray());
    }

    // By the account's index from the latest on, so that it ends where enough were found.
    private static String counted(ListFilter filter, Condition all, String columns) {
        String items = "from worklist.work_item where " + all.sql();
        return filter.tab().isPast()
                ? "select " + columns + " from (select 1 " + items + " order by done_at desc, item_id desc limit "
                        + (Tab.MOST_COUNTED + 1) + ") as latest"
                : "select " + columns + " " + items;
    }

    private Condition all(ListFilter filter, DueSpan due, SearchedName name, Actor actor) {
        Condition all = new Condition()
                .and(Condition.any(ListScope.of(filter.tab(), actor, filter.area())))
                .and(ListConditions.of(filter, due, name, actor).orTrue());
        awake(filter.tab()).ifPresent(all::and);
        return all;
    }

    /** The same of some lists, in their order, asked in one go. */
    List<Integer> count(List<ListFilter> filters, Function<ListFilter, DueSpan> due, Actor actor) {
        StringJoiner sql = new StringJoiner(" union all ");
        List<Object> args = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            Condition all = all(filters.get(i), due.apply(filters.get(i)), null, actor);
            sql.add(counted(filters.get(i), all, i + " as place, count(*) as n"));
            args.addAll(all.args());
        }
        return filters.isEmpty()
                ? List.of()
                : jdbc.query(sql + " order by place", (row, n) -> row.getInt("n"), args.toArray());
    }

    /** How many items of the actor's team somebody has put off to a later day, by task. */
    Map<String, Integer> asleep(Actor actor) {
        Condition asleep = new Condition()
                .and(Condition.any(ListScope.team(actor, null)))
                .and("follow_up_at > ?", Timestamp.from(time.now()));
        Map<String, Integer> byTask = new HashMap<>();
        jdbc.query(
                "select task_key, count(*) as n from worklist.work_item where " + asleep.sql() + " group by task_key",
                row -> {
                    byTask.put(row.getString("task_key"), row.getInt("n"));
                },
                asleep.args().toArray());
        return byTask;
    }

    // What was put off is in no list of work to do, until its day.
    private Optional<Condition> awake(Tab tab) {
        return tab == Tab.TEAM || tab == Tab.MINE ? Optional.of(awake()) : Optional.empty();
    }

    private Condition awake() {
        return new Condition().and(AWAKE, Timestamp.from(time.now()));
    }

    private Condition own(Actor actor) {
        return awake().and("(assignee is null or assignee = ?)", actor.accountId());
    }

    /** Accounts of colleagues who have taken work of the actor's team, at most {@code most}. */
    List<Long> busy(Actor actor, int most) {
        Condition team = Condition.any(ListScope.team(actor, null));
        List<Object> args = new ArrayList<>(team.args());
        args.add(actor.accountId());
        args.add(most);
        return jdbc.queryForList(
                "select distinct assignee from worklist.work_item where (" + team.sql()
                        + ") and assignee is not null and assignee <> ? order by assignee limit ?",
                Long.class,
                args.toArray());
    }

    private void listenFor(SearchedName name) {
        if (name != null && name.alike()) {
            jdbc.queryForObject(
                    "select set_config('pg_trgm.word_similarity_threshold', ?, true)",
                    String.class,
                    Double.toString(SearchText.ALIKE));
        }
    }

    // Where a stranger's name stands among those one knows would tell it letter by letter.
    private Optional<String> nameKey(long id, Actor actor) {
        return jdbc
                .queryForList(
                        "select subject_key from worklist.work_item where item_id = ? and area_code like any (?)",
                        String.class,
                        id,
                        CaseSight.areas(actor))
                .stream()
                .findFirst();
    }

    private static ListItem item(ResultSet row, int index) throws SQLException {
        Timestamp changedAt = row.getTimestamp("changed_at");
        return new ListItem(
                WorkItems.item(row, index),
                Stage.valueOf(row.getString("stage")),
                row.getBoolean("returned"),
                changedAt == null ? null : changedAt.toInstant(),
                row.getObject("changed_by", Long.class));
    }

    /** The same part of every index range of a scope, put together; empty when the scope has none. */
    private record Merged(String sql, List<Object> args) {

        static Merged of(List<Condition> ranges, String columns, Condition narrow, String end) {
            StringJoiner sql = new StringJoiner(" union ");
            List<Object> args = new ArrayList<>();
            for (Condition range : ranges) {
                Condition both = range.and(narrow);
                sql.add("(select " + columns + " from worklist.work_item where " + both.sql() + end + ")");
                args.addAll(both.args());
            }
            return new Merged(sql.toString(), args);
        }

        boolean isEmpty() {
            return sql.isEmpty();
        }
    }
}
