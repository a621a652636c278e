/**
 * <b>Is</b> a synthetic regency for newcomers: people, families and cases in every stage, made through the house's own
 * faces. Nobody in it exists.
 * <b>Owns</b> schema {@code sample}: progress, deed. <b>Asks</b> the rooms named below. <b>Announces</b> nothing.
 */
@ApplicationModule(
        displayName = "Contoh",
        allowedDependencies = {
            "platform",
            "area",
            "identity",
            "casework",
            "evidence",
            "register",
            "program",
            "fieldcheck",
            "finalization",
            "proposal",
            "worklist"
        })
package id.siks.sample;

import org.springframework.modulith.ApplicationModule;
