/**
 * <b>Is</b> what waits for me, what I was told, what is late.
 * <b>Owns</b> schema {@code worklist}: work_item, work_count, work_due, work_due_change, work_pace, work_pace_change, notice,
 * last_look, saved_filter, comment, bulk, bulk_item, forecast. <b>Asks</b> the rooms named below.
 * <b>Announces</b> nothing.
 */
@ApplicationModule(
        displayName = "Daftar kerja",
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
            "proposal"
        })
package id.siks.worklist;

import org.springframework.modulith.ApplicationModule;
