package id.siks.processadmin.migration;

import id.siks.processadmin.migration.Mapping.Built;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether one case could move: by what is known of its steps, and by moving it and taking everything back. */
@Component
class Trial {

    private static final String MANY = BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX;

    private final RuntimeService engine;
    private final BranchStart branches;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    Trial(RuntimeService engine, BranchStart branches, TransactionTemplate transaction, JdbcTemplate jdbc) {
        this.engine = engine;
        this.branches = branches;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Why a case at these steps stays, if the plan alone tells. */
    static Optional<Objection> foreseen(Built built, Set<String> mapped, List<String> steps) {
        for (String step : steps) {
            if (!mapped.contains(step)) {
                return Optional.of(new Objection(step, MoveFault.NO_PLACE));
            }
            if (built.refused().containsKey(step)) {
                return Optional.of(new Objection(step, built.refused().get(step)));
            }
        }
        return Optional.empty();
    }

    /**
     * Moves the case for trial; nothing of it stays, in a transaction of its own or the caller's. Empty when it could move,
     * or was busy.
     *
     * @param missing the first step of every branch that would be begun for it
     */
    Optional<Objection> of(MigrationPlan plan, String instance, Set<String> missing) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return jdbc.execute((ConnectionCallback<Optional<Objection>>)
                    connection -> within(connection, () -> move(plan, instance, missing)));
        }
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return move(plan, instance, missing);
        });
    }

    /** Takes back what the trial did, and nothing of what the caller's transaction had done before. */
    private static Optional<Objection> within(Connection connection, Supplier<Optional<Objection>> trial)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return trial.get();
        } finally {
            connection.rollback(before);
        }
    }

    private Optional<Objection> move(MigrationPlan plan, String instance, Set<String> missing) {
        try {
            engine.newMigration(plan).processInstanceIds(instance).execute();
            branches.begin(instance, missing);
            return Optional.empty();
        } catch (MigratingProcessInstanceValidationException refused) {
            return Optional.of(read(refused));
        } catch (BranchRefused refused) {
            return Optional.of(refused.objection());
        } catch (OptimisticLockingException busy) {
            return Optional.empty();
        } catch (ProcessEngineException other) {
            return Optional.of(new Objection(null, MoveFault.OTHER));
        }
    }

    /** The engine's first objection to a case. */
    static Objection read(MigratingProcessInstanceValidationException refused) {
        MigratingProcessInstanceValidationReport report = refused.getValidationReport();
        return report.getActivityInstanceReports().stream()
                .map(r -> objection(r.getSourceScopeId(), r.getFailures()))
                .findFirst()
                .or(() -> report.getTransitionInstanceReports().stream()
                        .map(r -> objection(r.getSourceScopeId(), r.getFailures()))
                        .findFirst())
                .orElseGet(() -> objection(null, report.getFailures()));
    }

    private static Objection objection(String step, List<String> failures) {
        return new Objection(
                step == null ? null : step.replace(MANY, ""),
                failures.isEmpty() ? MoveFault.OTHER : MoveFault.of(failures.get(0)));
    }
}
