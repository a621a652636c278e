/**
 * <b>Is</b> families and persons as held true now, every change with its cause; the civil-registry port.
 * <b>Owns</b> schema {@code register}: family, person, housing_survey, register_change, identity_match, simulated_person. <b>Asks</b> the rooms named below.
 * <b>Announces</b> {@code FamilyActivated}, {@code PersonDeceased}.
 */
@ApplicationModule(
        displayName = "Basis data terpadu",
        allowedDependencies = {"platform", "area", "identity", "casework", "evidence"})
package id.siks.register;

import org.springframework.modulith.ApplicationModule;
