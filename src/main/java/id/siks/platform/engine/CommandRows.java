package id.siks.platform.engine;

import id.siks.platform.Causes;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * What a command changes, handed over as a whole and in the order of {@link RowOrder}. The engine hands over fifty rows at
 * a time, so that those of one table were cut into many pieces. Where the database stops one of two commands that wait for
 * each other, that is a lost race as any other: {@link OptimisticLockingException}.
 */
final class CommandRows extends DbEntityManager {

    /** A deadlock, and a transaction that does not fit what others did meanwhile, as the standard's states tell them. */
    private static final Set<String> LOST = Set.of("40P01", "40001");

    /** Stands in the place of the engine's own. */
    static SessionFactory factory() {
        return new OwnSession(
                DbEntityManager.class,
                () -> new CommandRows(
                        Context.getProcessEngineConfiguration().getIdGenerator(),
                        Context.getCommandContext().getSession(PersistenceSession.class)));
    }

    private CommandRows(IdGenerator ids, PersistenceSession session) {
        super(ids, session);
    }

    @Override
    protected void initializeOperationManager() {
        dbOperationManager = new RowOrder();
    }

    @Override
    protected void flushDbOperationManager() {
        if (isIgnoreForeignKeysForNextFlush) {
            super.flushDbOperationManager();
            return;
        }
        List<DbOperation> changes = dbOperationManager.calculateFlush();
        flushDbOperations(changes, changes);
    }

    @Override
    protected void flushDbOperations(List<DbOperation> changes, List<DbOperation> all) {
        try {
            super.flushDbOperations(changes, all);
        } catch (ProcessEngineException refused) {
            throw isLost(refused) ? new OptimisticLockingException("Another command was faster", refused) : refused;
        }
    }

    private static boolean isLost(Throwable refused) {
        return Causes.of(refused)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && LOST.contains(sql.getSQLState()));
    }
}
