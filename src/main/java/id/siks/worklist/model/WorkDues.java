package id.siks.worklist.model;

import id.siks.casework.CaseRef;
import id.siks.casework.OpenDues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells the calendar which open work has a due date it may move. */
@Component
class WorkDues implements OpenDues {

    private static final String DUES =
            """
            select item_id, task_id, task_key, case_ref, kind, area_code, opened_at, due_at,
              due_moved_at, due_moved_to
            from worklist.work_item where state = 'OPEN'\s""";

    // One range of the index of open work by area, whose codes are digits.
    private static final String RANGE =
            "and area_code ~>=~ ? and area_code ~<~ (?::text || ':') and opened_at >= ? and due_at >= ? ";

    private static final String PAGE =
            DUES + RANGE + "and (area_code ~>~ ? or item_id > ?) order by area_code using ~<~, item_id limit ?";

    // By a number without a pattern: what is opened together has its keys in a row.
    private static final String SOME = DUES + RANGE + "and hashint8(item_id) % ? = 0 order by item_id";

    private static final String LOCK = DUES + "and item_id = any (?) order by item_id for update";

    private final JdbcTemplate jdbc;
    private final TaskHandlers handlers;

    WorkDues(JdbcTemplate jdbc, TaskHandlers handlers) {
        this.jdbc = jdbc;
        this.handlers = handlers;
    }

    @Override
    public List<OpenDue> page(Range range, Place after, int most) {
        Place from = after == null ? new Place(range.area(), 0) : after;
        return jdbc.query(
                PAGE,
                this::due,
                from.area(),
                range.area(),
                Timestamp.from(range.openedFrom()),
                Timestamp.from(range.dueFrom()),
                from.area(),
                from.item(),
                most);
    }

    @Override
    public List<OpenDue> some(Range range, int every) {
        return jdbc.query(
                SOME,
                this::due,
                range.area(),
                range.area(),
                Timestamp.from(range.openedFrom()),
                Timestamp.from(range.dueFrom()),
                every);
    }

    @Override
    public int count(Range range) {
        return jdbc.queryForObject(
                "select count(*) from worklist.work_item where state = 'OPEN' " + RANGE,
                Integer.class,
                range.area(),
                range.area(),
                Timestamp.from(range.openedFrom()),
                Timestamp.from(range.dueFrom()));
    }

    @Override
    public List<OpenDue> lock(Collection<Long> items, boolean wait) {
        return jdbc.query(wait ? LOCK : LOCK + " skip locked", this::due, (Object) items.toArray(Long[]::new));
    }

    private OpenDue due(ResultSet row, int index) throws SQLException {
        String task = row.getString("task_key");
        Timestamp set = row.getTimestamp("due_moved_at");
        return new OpenDue(
                row.getLong("item_id"),
                row.getString("task_id"),
                task,
                handlers.titleKey(task),
                new CaseRef(row.getString("case_ref")),
                row.getString("kind"),
                row.getString("area_code"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                set == null
                        ? null
                        : new Hand(
                                set.toInstant(),
                                row.getTimestamp("due_moved_to").toInstant()));
    }
}
