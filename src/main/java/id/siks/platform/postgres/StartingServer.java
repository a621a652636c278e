package id.siks.platform.postgres;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** The server while it starts in a thread of its own. Whoever takes it waits for it, and closes it. */
final class StartingServer implements ApplicationListener<ApplicationEvent> {

    private final FutureTask<DatabaseServer> start;
    private volatile boolean taken;

    private StartingServer(FutureTask<DatabaseServer> start) {
        this.start = start;
    }

    /** Begins to start the server that is {@code configured}. */
    static StartingServer of(DatabaseProperties configured) {
        FutureTask<DatabaseServer> start = new FutureTask<>(() -> start(configured));
        new Thread(start, "database-start").start();
        return new StartingServer(start);
    }

    private static DatabaseServer start(DatabaseProperties configured) {
        if (configured.isExternal()) {
            return ExternalServer.at(configured);
        }
        return configured.temporary()
                ? EmbeddedServer.temporary(configured.programsDirectory())
                : EmbeddedServer.on(configured.dataDirectory(), configured.programsDirectory());
    }

    /** The server when it is ready; {@link DatabaseUnusable} when it cannot be. */
    DatabaseServer take() {
        DatabaseServer server = await();
        taken = true;
        return server;
    }

    private DatabaseServer await() {
        try {
            return start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("The start of the database was interrupted.", "Start again.", e);
        }
    }

    /** The application does not come up for another reason, or is told to stop, before anybody took the server. */
    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        boolean over = event instanceof ApplicationFailedEvent || event instanceof ContextClosedEvent;
        if (over && !taken) {
            taken = true;
            close(event);
        }
    }

    private void close(ApplicationEvent event) {
        try {
            await().close();
        } catch (RuntimeException alsoFailed) {
            // There is nothing to close, and the reason that is told came first.
            if (event instanceof ApplicationFailedEvent failed) {
                failed.getException().addSuppressed(alsoFailed);
            }
        }
    }
}
