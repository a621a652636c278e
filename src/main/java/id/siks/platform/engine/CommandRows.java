package id.siks.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * What a command changes, handed over as a whole and in the order of {@link RowOrder}. The engine hands over fifty rows at
 * a time, so that those of one table were cut into many pieces.
 */
final class CommandRows extends DbEntityManager {

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

    /** Stands in the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return DbEntityManager.class;
        }

        @Override
        public Session openSession() {
            return new CommandRows(
                    Context.getProcessEngineConfiguration().getIdGenerator(),
                    Context.getCommandContext().getSession(PersistenceSession.class));
        }
    }
}
