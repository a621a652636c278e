package id.siks.platform;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What each transaction has of its own: it ends with the transaction, and is out of sight while another one runs inside. */
public final class PerTransaction<T> {

    private final Supplier<T> fresh;

    /**
     * Something of this kind.
     *
     * @param fresh what a transaction has that asks for the first time; never null
     */
    public PerTransaction(Supplier<T> fresh) {
        this.fresh = fresh;
    }

    /** That of the running transaction. {@link IllegalStateException} when none is running. */
    @SuppressWarnings("unchecked")
    public T current() {
        Object known = TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = fresh.get();
            TransactionSynchronizationManager.registerSynchronization(new Bound(known));
            TransactionSynchronizationManager.bindResource(this, known);
        }
        return (T) known;
    }

    private final class Bound implements TransactionSynchronization {

        private final Object what;

        private Bound(Object what) {
            this.what = what;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, what);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}
