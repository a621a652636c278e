package id.siks.worklist.model;

import id.siks.platform.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who moved the deadline of a piece of work last, from where, and why. */
@Component
public class DueMoves {

    /** What {@link #move} reads of a work item. */
    public static final String COLUMNS = "due_moved_by, due_moved_from, due_moved_why";

    private final JdbcClient jdbc;
    private final BusinessTime time;

    DueMoves(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Writes down that somebody moves the deadline to {@code to} at this moment; the moving itself is the engine's. */
    public void mark(String taskId, Move move, Instant to) {
        jdbc.sql(
                        """
                        update worklist.work_item
                        set due_moved_by = :by, due_moved_from = :from, due_moved_why = :why, due_moved_at = :at,
                            due_moved_to = :to
                        where task_id = :task""")
                .param("by", move.by())
                .param("from", Timestamp.from(move.from()))
                .param("why", move.why())
                .param("at", Timestamp.from(time.now()))
                .param("to", Timestamp.from(to))
                .param("task", taskId)
                .update();
    }

    /** The last move; empty when the deadline stands as it was counted. */
    public Optional<Move> of(String taskId) {
        return jdbc.sql("select " + COLUMNS + " from worklist.work_item where task_id = :task")
                .param("task", taskId)
                .query((row, number) -> move(row))
                .optional()
                .flatMap(Function.identity());
    }

    /** The last move of the item in this row; empty when its deadline stands as it was counted. */
    public static Optional<Move> move(ResultSet row) throws SQLException {
        Long by = row.getObject("due_moved_by", Long.class);
        return by == null
                ? Optional.empty()
                : Optional.of(
                        new Move(by, row.getTimestamp("due_moved_from").toInstant(), row.getString("due_moved_why")));
    }

    /**
     * A deadline was moved.
     *
     * @param by account id
     * @param from the due date before
     * @param why in the words of whoever moved it
     */
    public record Move(long by, Instant from, String why) {}
}
