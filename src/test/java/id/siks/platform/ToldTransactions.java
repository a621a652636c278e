package id.siks.platform;

import java.util.List;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Tells how its transactions end. */
final class ToldTransactions extends AbstractPlatformTransactionManager {

    private final transient List<String> done;
    private int depth;

    ToldTransactions(List<String> done) {
        this.done = done;
    }

    @Override
    protected Object doGetTransaction() {
        return new Object();
    }

    @Override
    protected boolean isExistingTransaction(Object one) {
        return depth > 0;
    }

    @Override
    protected void doBegin(Object one, TransactionDefinition definition) {
        depth++;
    }

    @Override
    protected Object doSuspend(Object one) {
        return one;
    }

    @Override
    protected void doResume(Object one, Object suspended) {
        // There is nothing to be taken up again.
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        done.add("commit");
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        done.add("rollback");
    }

    @Override
    protected void doCleanupAfterCompletion(Object one) {
        depth--;
    }
}
