package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.Page;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.Cursor;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The work items behind the numbers of a board. Areas are given as the beginning of their codes. */
@Repository
class BoardItems {

    /** Stands in a question for work nobody has taken; no account has this number. */
    static final long NOBODY = 0;

    private static final int PAGE = 25;

    // Ranges instead of LIKE, so that a plan made for any area can use the index.
    private static final String AREA = " and area_code ~>=~ ? and area_code ~<~ ?";
    private static final String WITHIN = "state = 'OPEN'" + AREA;

    private static final String HANDS =
            "select assignee, count(*) as open, count(*) filter (where due_at < ?) as late from worklist.work_item where "
                    + WITHIN
                    + " group by assignee order by late desc, open desc, assignee";

    // Village by village, so that of all that was ever done only the last is read.
    private static final String LAST_DONE =
            """
            select village.area_code, latest.done_at from unnest(?::text[]) as village (area_code)
            cross join lateral (
              select done_at from worklist.work_item
              where state = 'DONE' and role in ('VILLAGE_OPERATOR', 'VILLAGE_HEAD') and team_area = village.area_code
              order by done_at desc limit 1) as latest""";

    private final JdbcTemplate jdbc;
    private final Actors actors;

    BoardItems(JdbcTemplate jdbc, Actors actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /** Who has taken how much of the work within the area, and what nobody has. */
    Hands hands(String prefix, Instant now) {
        List<Held> held = jdbc.query(
                HANDS,
                (row, index) -> new Held(row.getObject("assignee", Long.class), row.getInt("open"), row.getInt("late")),
                Timestamp.from(now),
                prefix,
                BoardSums.end(prefix));
        List<Held> taken = held.stream().filter(h -> h.by() != null).toList();
        Map<Long, String> names = actors.namesOf(taken.stream().map(Held::by).toList());
        return new Hands(
                taken.stream()
                        .map(h -> new Board.Worker(h.by(), names.get(h.by()), h.open(), h.late()))
                        .toList(),
                held.stream()
                        .filter(h -> h.by() == null)
                        .findFirst()
                        .map(h -> new Board.Free(h.open(), h.late()))
                        .orElse(Board.Free.NOTHING));
    }

    /** In whose hands work is, who has most late in front, and how much is in nobody's. */
    record Hands(List<Board.Worker> workers, Board.Free free) {

        /** Of an area too wide for single people. */
        static final Hands NOBODY = new Hands(List.of(), Board.Free.NOTHING);
    }

    private record Held(Long by, int open, int late) {}

    /** When the people of each of these villages last did a piece of work; villages where nobody ever did are absent. */
    Map<AreaCode, Instant> lastDone(Collection<AreaCode> villages) {
        Map<AreaCode, Instant> last = new HashMap<>();
        jdbc.query(
                LAST_DONE,
                row -> {
                    last.put(
                            new AreaCode(row.getString("area_code")),
                            row.getTimestamp("done_at").toInstant());
                },
                (Object) villages.stream().map(AreaCode::value).toArray(String[]::new));
        return last;
    }

    /**
     * The items a number counts: what is due first in front, of what is done the latest.
     *
     * @param after what the page before answered as its next, or null for the first
     */
    Page<WorkItem> page(Question question, Instant now, String after) {
        StringBuilder sql = new StringBuilder("select " + WorkItems.COLUMNS + "from worklist.work_item where ");
        List<Object> args = new ArrayList<>();
        if (question.period() == null) {
            open(question, now, Cursor.ascending(after), sql, args);
        } else {
            done(question, Cursor.descending(after), sql, args);
        }
        args.add(PAGE + 1);
        List<WorkItem> found = jdbc.query(sql.toString(), WorkItems::item, args.toArray());
        if (found.size() <= PAGE) {
            return new Page<>(found, null);
        }
        WorkItem last = found.get(PAGE - 1);
        Instant at = question.period() == null ? last.dueAt() : last.doneAt();
        return new Page<>(found.subList(0, PAGE), new Cursor(at, last.id()).toString());
    }

    private static void open(Question question, Instant now, Cursor after, StringBuilder sql, List<Object> args) {
        sql.append("state = 'OPEN'");
        narrow(question, sql, args);
        if (question.isFree()) {
            sql.append(" and assignee is null");
        } else if (question.worker() != null) {
            sql.append(" and assignee = ?");
            args.add(question.worker());
        }
        sql.append(" and due_at >= ? and due_at < ? and (due_at, item_id) > (?, ?) order by due_at, item_id limit ?");
        args.addAll(List.of(
                Timestamp.from(question.from(now)), Timestamp.from(question.to(now)), after.timestamp(), after.id()));
    }

    private static void done(Question question, Cursor after, StringBuilder sql, List<Object> args) {
        sql.append("state = 'DONE'");
        narrow(question, sql, args);
        if (question.late()) {
            sql.append(" and done_at > due_at");
        }
        sql.append(" and done_at >= ? and done_at < ? and (done_at, item_id) < (?, ?)"
                + " order by done_at desc, item_id desc limit ?");
        args.addAll(List.of(
                Timestamp.from(question.period().from()),
                Timestamp.from(question.period().to()),
                after.timestamp(),
                after.id()));
    }

    private static void narrow(Question question, StringBuilder sql, List<Object> args) {
        sql.append(AREA);
        args.addAll(List.of(question.prefix(), BoardSums.end(question.prefix())));
        if (question.own()) {
            sql.append(" and area_code = ?");
            args.add(question.prefix());
        }
        if (question.role() != null) {
            sql.append(" and role = ?");
            args.add(question.role().name());
        }
        if (question.task() != null) {
            sql.append(" and task_key = ?");
            args.add(question.task());
        }
    }

    /**
     * Which items.
     *
     * @param prefix code of the area, empty for the nation
     * @param own only what belongs to the area itself and to nothing in it
     * @param role only work of this role, or null for all
     * @param task only this user task, or null for all
     * @param period what was done in this period, or null for what is open
     * @param late true for what is after its due date, or was done after it; a band says it more closely
     * @param band only this distance of open work from the due date, or null for all
     * @param worker only open work this account has taken, {@link #NOBODY} for what nobody has, or null for all
     */
    record Question(
            String prefix,
            boolean own,
            Role role,
            String task,
            DonePeriod period,
            boolean late,
            DueBand band,
            Long worker) {

        boolean isFree() {
            return worker != null && worker == NOBODY;
        }

        Instant from(Instant now) {
            return (band == null ? DueBand.LATE_LONG : band).from(now);
        }

        Instant to(Instant now) {
            if (band != null) {
                return band.to(now);
            }
            return (late ? DueBand.LATE_DAYS : DueBand.LATER).to(now);
        }
    }
}
