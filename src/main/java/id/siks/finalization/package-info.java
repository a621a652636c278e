/**
 * <b>Is</b> periods; closing by village, regency, regent, province and ministry; the decree.
 * <b>Owns</b> schema {@code finalization}: period, level_closing, acknowledgement, batch, batch_item, list_correction, ratification, decree, calendar, regency_calendar, calendar_choice, cutoff_move, cutoff_warning. <b>Asks</b> the rooms named below.
 * <b>Announces</b> {@code PeriodOpened}, {@code CutoffMoved}, {@code CutoffNeared}, {@code VillageFinalized}, {@code BatchRatified}, {@code ItemReturned}, {@code ItemRolledOver}, {@code BatchDetermined}.
 */
@ApplicationModule(
        displayName = "Finalisasi",
        allowedDependencies = {
            "platform",
            "area",
            "identity",
            "casework",
            "evidence",
            "register",
            "program",
            "fieldcheck"
        })
package id.siks.finalization;

import org.springframework.modulith.ApplicationModule;
