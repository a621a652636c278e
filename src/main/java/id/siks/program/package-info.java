/**
 * <b>Is</b> what the register is used for; now the advice on poverty signs.
 * <b>Owns</b> schema {@code program}: nothing yet. <b>Asks</b> the rooms named below.
 * <b>Announces</b> nothing yet.
 */
@ApplicationModule(
        displayName = "Program",
        allowedDependencies = {"platform", "area", "identity", "casework", "evidence", "register"})
package id.siks.program;

import org.springframework.modulith.ApplicationModule;
