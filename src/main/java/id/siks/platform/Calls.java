package id.siks.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What one server calls, the others that share its database hear, as {@link CallHeard}. Nothing may rest on it: a call is
 * kept nowhere, and where connections are shared between transactions (some poolers) none arrives. Each server listens on a
 * connection of its own; when that breaks it is made anew, and {@link CallsMissed} tells that something may have been said
 * meanwhile. No personal data are called.
 */
@Component
public class Calls implements SmartLifecycle {

    /** Most characters of a call; the database carries a little more. */
    public static final int LONGEST = 7_500;

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final String CHANNEL = "siks_calls";
    private static final int PARTS = 3;
    private static final int QUIET_MILLIS = 10_000;
    private static final int CHECK_SECONDS = 5;
    private static final int PAUSE_SECONDS = 2;

    private final DataSource connections;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final String node = UUID.randomUUID().toString();
    private volatile CountDownLatch ended;
    private volatile Connection line;

    Calls(@Qualifier("callDataSource") DataSource connections, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.connections = connections;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Calls to the other servers; within a transaction when it is committed.
     *
     * @param topic one word that tells who cares
     * @param words at most {@value #LONGEST} characters of plain ASCII
     */
    public void call(String topic, String words) {
        jdbc.sql("select pg_notify(:channel, :said)")
                .param("channel", CHANNEL)
                .param("said", node + " " + topic + " " + words)
                .query((row, number) -> true)
                .single();
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        ended = end;
        Thread listener = new Thread(() -> listen(end), "siks-calls");
        listener.setDaemon(true);
        listener.start();
    }

    @Override
    public void stop() {
        ended.countDown();
        ended = null;
        Connection open = line;
        if (open != null) {
            hangUp(open);
        }
    }

    // Whoever waits for the next call is told at once that there will be none.
    private static void hangUp(Connection open) {
        try {
            open.abort(Runnable::run);
        } catch (SQLException gone) {
            LOG.debug("The line to the other servers was broken already", gone);
        }
    }

    @Override
    public boolean isRunning() {
        return ended != null;
    }

    private void listen(CountDownLatch end) {
        boolean missed = false;
        boolean told = false;
        while (end.getCount() > 0) {
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement()) {
                line = connection;
                statement.execute("listen " + CHANNEL);
                if (told) {
                    LOG.info("The line to the other servers stands again");
                    told = false;
                }
                if (missed) {
                    tell(new CallsMissed());
                }
                hear(connection, end);
            } catch (SQLException | RuntimeException | Error broken) {
                // Said once, not with every try to make it anew.
                if (!told && end.getCount() > 0) {
                    LOG.warn("There is no line to the other servers; what they do is seen later", broken);
                    told = true;
                }
            }
            missed = true;
            pause(end);
        }
    }

    /** Until the end, or until the connection is none any more. */
    private void hear(Connection connection, CountDownLatch end) throws SQLException {
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (end.getCount() > 0) {
            PGNotification[] heard = notified.getNotifications(QUIET_MILLIS);
            if (heard == null || heard.length == 0) {
                if (!connection.isValid(CHECK_SECONDS)) {
                    return;
                }
            } else {
                for (PGNotification one : heard) {
                    pass(one.getParameter());
                }
            }
        }
    }

    private void pass(String said) {
        String[] parts = said.split(" ", PARTS);
        if (parts.length == PARTS && !parts[0].equals(node)) {
            tell(new CallHeard(parts[1], parts[2]));
        }
    }

    // Whoever fails over one call hears the next all the same.
    private void tell(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException | Error failed) {
            LOG.error("A call of another server was not understood", failed);
        }
    }

    private static void pause(CountDownLatch end) {
        try {
            end.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }
}
