package id.siks.platform;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows that stand whatever becomes of the transaction around them. They go through a few connections of their own: who writes
 * one within a transaction holds a connection of the others already, and where all of those are held by people who wait for
 * one more, everybody would wait for everybody.
 */
@Component
public class StandingNotes {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    StandingNotes(@Qualifier("noteDataSource") DataSource connections) {
        jdbc = JdbcClient.create(connections);
        apart = new TransactionTemplate(new JdbcTransactionManager(connections));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Writes with the connection it hands over; what was written stands when this returns. */
    public void write(Consumer<JdbcClient> note) {
        apart.executeWithoutResult(status -> note.accept(jdbc));
    }
}
