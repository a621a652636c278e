/**
 * <b>Is</b> what waits for me, what I was told, what is late.
 * <b>Owns</b> schema {@code worklist}: work_item, work_count, work_due, work_due_change, work_pace, work_pace_change, notice,
 * last_look, saved_filter, comment, bulk, bulk_item, forecast, forecast_sum, forecast_outcome,
 * forecast_finish, forecast_cutoff, forecast_cutoff_outcome, notice_setting,
 * delivery. <b>Asks</b> the rooms named below. <b>Announces</b> nothing.
 *
 * <p>Furniture: {@code model} is the read model with its ledger and knows none of the others; {@code notice} and {@code talk}
 * are what people are told and tell each other, {@code mail} takes what they are told out of the house; {@code forecast}
 * looks ahead; {@code row} is work as people read it; {@code desk} is one piece of work in somebody's hands,
 * {@code tasks} handles work that no room knows, {@code oversight} what a supervisor does about it, {@code bulk} many at once; {@code list} and {@code board} are how work
 * is looked at by those who do it and by those who supervise it. Pages stand beside what they show.
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
