package id.siks.proposal.process;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a step asks for while its case waits for nothing yet: it is done at the end of the same transaction, when whatever is
 * drawn behind the step has been gone through.
 */
final class BeforeCommit {

    private BeforeCommit() {}

    static void run(Runnable deed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                // Before those that write down what the transaction has changed.
                return Ordered.HIGHEST_PRECEDENCE;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                deed.run();
            }
        });
    }
}
