package id.siks;

import java.sql.Connection;
import java.sql.SQLException;

/** A {@link ChildWork} as a test sees it from outside that kills the application in the middle of it. */
public interface KilledWork {

    /** Who does it. */
    Class<? extends ChildWork> child();

    /** Holds what it needs in the middle, so that it has to wait there. */
    void hold(Connection holder) throws SQLException;

    /** True when it waits for what {@code holder} holds. */
    default boolean isInTheMiddle(Connection holder) {
        return ChildApplication.blockedBy(holder) > 0;
    }

    /** The application was killed: what it had done is whole. */
    void diedInTheMiddle(Connection db);

    /** True when the application that was started afterwards is through with it. */
    boolean isDone(Connection db);

    /** All of it was done, and nothing twice. */
    void happenedOnce(Connection db);
}
