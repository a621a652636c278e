package id.siks;

import static org.junit.jupiter.api.Assertions.assertAll;

import id.siks.casework.KilledCalendar;
import id.siks.casework.KilledLadder;
import id.siks.processadmin.migration.KilledMigration;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Requirement 27: the application is killed while timers fire, due dates follow the calendar and cases move to a new version.
 * Each waits for something that the test holds, so that it dies in the middle.
 */
class KilledWorkTests extends ChildApplicationTest {

    private static final List<KilledWork> WORKS =
            List.of(new KilledLadder(), new KilledCalendar(), new KilledMigration());

    @Test
    void what_is_under_way_happens_once_though_the_application_is_killed() throws Exception {
        Process first = application.prepared(WORKS.stream().map(KilledWork::child));
        List<Connection> holders = new ArrayList<>();
        for (KilledWork work : WORKS) {
            Connection holder = application.connect();
            holders.add(holder);
            work.hold(holder);
        }
        ChildApplication.goOn(first);
        for (int i = 0; i < WORKS.size(); i++) {
            KilledWork work = WORKS.get(i);
            Connection holder = holders.get(i);
            application.await(first, () -> work.isInTheMiddle(holder));
        }
        ChildApplication.kill(first);
        try (Connection reader = application.connect()) {
            assertAll(WORKS.stream().map(work -> () -> work.diedInTheMiddle(reader)));
        }
        for (Connection holder : holders) {
            holder.close();
        }

        Process second = application.start("second");
        try (Connection reader = application.awaitItsServer(second)) {
            assertAll(WORKS.stream().map(work -> () -> {
                application.await(second, () -> work.isDone(reader));
                work.happenedOnce(reader);
            }));
        }
        ChildApplication.stop(second);
    }
}
