package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.siks.EngineTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Servers that share a database hear each other. */
@EngineTest
class CallsTests {

    @Autowired
    Calls calls;

    @Autowired
    @Qualifier("callDataSource")
    DataSource connections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private final AtomicReference<Error> fails = new AtomicReference<>();
    private Calls other;

    @BeforeEach
    void anotherServer() {
        other = new Calls(connections, jdbc, this::hear);
        other.start();
        await().until(() -> {
            calls.call("test", "ready");
            return !heard.isEmpty();
        });
        heard.clear();
    }

    @AfterEach
    void itStops() {
        other.stop();
    }

    @Test
    void what_one_calls_the_other_hears_once_it_is_committed_and_not_itself() {
        transaction.executeWithoutResult(status -> {
            calls.call("test", "undone");
            status.setRollbackOnly();
        });
        other.call("test", "own");
        calls.call("test", "one, two three");

        await().untilAsserted(() -> assertThat(heard).contains(new CallHeard("test", "one, two three")));
        assertThat(heard).doesNotContain(new CallHeard("test", "undone"), new CallHeard("test", "own"));
    }

    @Test
    void a_line_that_breaks_is_made_anew_and_what_was_missed_is_told() {
        jdbc.sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = 'siks-calls' and datname = current_database()""")
                .query((row, number) -> true)
                .list();

        await().atMost(Duration.ofSeconds(30)).until(() -> heard.contains(new CallsMissed()));
        calls.call("test", "again");
        await().until(() -> heard.contains(new CallHeard("test", "again")));
    }

    @Test
    void whatever_a_call_does_to_whom_it_concerns_the_next_is_heard() {
        fails.set(new StackOverflowError("uji"));
        calls.call("test", "too much");
        await().until(() -> fails.get() == null);

        calls.call("test", "next");
        await().until(() -> heard.contains(new CallHeard("test", "next")));
    }

    @Test
    void a_line_that_cannot_be_made_is_tried_again_whatever_the_reason() throws SQLException {
        DataSource odd = mock(DataSource.class);
        when(odd.getConnection())
                .thenThrow(new IllegalStateException("uji"))
                .thenThrow(new NoClassDefFoundError("uji"))
                .thenAnswer(asked -> connections.getConnection());
        List<Object> late = new CopyOnWriteArrayList<>();
        Calls third = new Calls(odd, jdbc, late::add);
        third.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> late.contains(new CallsMissed()));
        } finally {
            third.stop();
        }
    }

    private void hear(Object event) {
        heard.add(event);
        Error failure = fails.getAndSet(null);
        if (failure != null) {
            throw failure;
        }
    }
}
