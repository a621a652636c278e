/**
 * <b>Is</b> who acts, in which role, over which area; and who looked at whose data.
 * <b>Owns</b> schema {@code identity}: account, assignment, access_log, access_seal, alarm, leave, email_claim, daily_use.
 * <b>Asks</b> area.
 * <b>Announces</b> {@code AccountClosed}, {@code AssignmentEnded}, {@code LeaveStarted}, {@code LeaveEnded}.
 */
@ApplicationModule(
        displayName = "Pengguna",
        allowedDependencies = {"platform", "area"})
package id.siks.identity;

import org.springframework.modulith.ApplicationModule;
