/**
 * <b>Is</b> the slab: engine, database, web shell, time and errors, with no business word in it.
 * <b>Owns</b> schema {@code public}: request_key, retention_rule, legal_hold, destruction. Beside them lie the engine's tables and
 * the migration history. <b>Asks</b> nobody. <b>Announces</b> {@code TaskOpened}, {@code TaskReassigned}, {@code TaskRescheduled},
 * {@code TaskMoved}, {@code TaskClosed}, {@code RetentionFailed}, {@code CallHeard}, {@code CallsMissed}.
 */
@ApplicationModule(
        displayName = "Platform",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package id.siks.platform;

import org.springframework.modulith.ApplicationModule;
