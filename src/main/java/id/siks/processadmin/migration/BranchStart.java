package id.siks.processadmin.migration;

import id.siks.platform.Causes;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins the branches a case would wait for in vain. What stands at their beginning is done at once. */
@Component
class BranchStart {

    private final RuntimeService engine;

    BranchStart(RuntimeService engine) {
        this.engine = engine;
    }

    /**
     * Begins them in the transaction in which the case moved; {@link BranchRefused} when what stands at their beginning
     * fails, {@link OptimisticLockingException} when it may succeed another time.
     *
     * @param instance the engine's id of the case
     * @param branches the first step of each; none is nothing to do
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(String instance, Set<String> branches) {
        if (branches.isEmpty()) {
            return;
        }
        ProcessInstanceModificationBuilder tokens = engine.createProcessInstanceModification(instance);
        branches.forEach(tokens::startBeforeActivity);
        try {
            tokens.execute();
        } catch (RuntimeException thrown) {
            throw isBusy(thrown)
                    ? new OptimisticLockingException("A branch cannot be begun now", thrown)
                    : new BranchRefused(thrown);
        }
    }

    private static boolean isBusy(RuntimeException thrown) {
        return Causes.of(thrown)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof ProcessEnginePersistenceException
                        || cause instanceof TransientDataAccessException);
    }
}
