/**
 * <b>Is</b> visits to homes: assign, record, review, conclude.
 * <b>Owns</b> schema {@code fieldcheck}: field_check, visit, answer. <b>Asks</b> the rooms named below.
 * <b>Announces</b> {@code FieldCheckConcluded}.
 */
@ApplicationModule(
        displayName = "Verifikasi lapangan",
        allowedDependencies = {"platform", "area", "identity", "casework", "evidence", "register", "program"})
package id.siks.fieldcheck;

import org.springframework.modulith.ApplicationModule;
