package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.siks.EngineTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private static final String LINES =
            "select pid from pg_stat_activity where application_name = 'siks-calls' and datname = current_database()";

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
    private Calls other;

    @BeforeEach
    void anotherServer() {
        other = new Calls(connections, jdbc, heard::add);
        int before = lines();
        other.start();
        await().until(() -> lines() > before);
        // It may be connected and not listen yet.
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
        jdbc.sql("select pg_terminate_backend(pid) from (" + LINES + ") as lines")
                .query((row, number) -> true)
                .list();

        await().atMost(Duration.ofSeconds(30)).until(() -> heard.contains(new CallsMissed()));
        calls.call("test", "again");
        await().until(() -> heard.contains(new CallHeard("test", "again")));
    }

    private int lines() {
        return jdbc.sql(LINES).query(Integer.class).list().size();
    }
}
