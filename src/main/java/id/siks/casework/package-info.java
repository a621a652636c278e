/**
 * <b>Is</b> what every case has in common: reference, summary, timeline, reasons, deadlines; the contracts cases fulfil.
 * <b>Owns</b> schema {@code casework}: case_summary, case_group, case_event, holiday, working_week, working_hours, clock_stop,
 * calendar_change, calendar_follow, calendar_straggler, task_rung. It lends the views {@code shown_status} and {@code ended_case}.
 * <b>Asks</b> area, identity. <b>Announces</b> {@code CaseOpened}, {@code CasesOpened}, {@code CaseProgressed},
 * {@code CaseNoted}, {@code CaseChanged}, {@code CasesEndedUnsuccessfully}, {@code SubjectChanged}, {@code TasksOverdue},
 * and lets processadmin announce {@code StepsFailed} and {@code ModelTroubled}.
 */
@ApplicationModule(
        displayName = "Perkara",
        allowedDependencies = {"platform", "area", "identity"})
package id.siks.casework;

import org.springframework.modulith.ApplicationModule;
