package id.siks.worklist.forecast;

import id.siks.area.AreaLevel;
import id.siks.casework.CaseForecasts;
import id.siks.casework.CaseStatus;
import id.siks.casework.CaseSummary;
import id.siks.casework.Outlook;
import id.siks.finalization.PeriodView;
import id.siks.platform.BusinessTime;
import id.siks.worklist.forecast.Outlooks.Step;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Foretells an open case: from the work that waits in it, and where it waits for something that is no work of its own (a
 * village's meeting or list, the batch it travels in) from its status.
 */
@Component
class OpenCaseForecasts implements CaseForecasts {

    // The name of the group a case travels in begins with the month of its period: 2026-11 ….
    private static final int MONTH_LENGTH = 7;

    private final WorkItems items;
    private final Outlooks outlooks;
    private final Histories histories;
    private final BusinessTime time;

    OpenCaseForecasts(WorkItems items, Outlooks outlooks, Histories histories, BusinessTime time) {
        this.items = items;
        this.outlooks = outlooks;
        this.histories = histories;
        this.time = time;
    }

    @Override
    public Optional<Outlook> of(CaseSummary summary) {
        if (summary.status().isFinal()) {
            return Optional.empty();
        }
        Optional<WorkItem> first = items.firstOpenOf(summary.ref());
        if (first.isPresent()) {
            return first.map(item -> outlooks.of(item, time.now()));
        }
        return summary.area().level() == AreaLevel.VILLAGE ? waiting(summary) : Optional.empty();
    }

    private Optional<Outlook> waiting(CaseSummary summary) {
        Known known = histories.of(summary.area());
        Instant now = time.now();
        return switch (summary.status()) {
            case IDENTITY_CHECKING -> Optional.of(step(Road.VILLAGE, "record-meeting", now, known, now));
            case READY_FOR_MEETING -> Optional.of(step(Road.VILLAGE, "record-meeting", summary.since(), known, now));
            case VILLAGE_FINALIZED, FIELD_VERIFICATION -> Optional.of(
                    step(Road.REGENCY, first(summary.status()), summary.since(), known, now));
            case AGREED_BY_MEETING, ROLLED_OVER -> Optional.of(
                    new Outlook(null, null, null, null, Outlooks.end(Road.VILLAGE, now, known)));
            case APPROVED_BY_REGENCY, RATIFIED, FORWARDED, MINISTRY_REVIEW -> travelling(summary, known);
            default -> Optional.empty();
        };
    }

    private Outlook step(Road road, String task, Instant since, Known known, Instant now) {
        return outlooks.of(new Step(road, task, since), known, now);
    }

    private static String first(CaseStatus status) {
        return status == CaseStatus.VILLAGE_FINALIZED ? "assign-visit" : "record-visit";
    }

    private static Optional<Outlook> travelling(CaseSummary summary, Known known) {
        String group = summary.group() == null ? "" : summary.group();
        String month = group.substring(0, Math.min(group.length(), MONTH_LENGTH));
        return known.ahead().stream()
                .filter(p -> p.month().toString().equals(month))
                .findFirst()
                .map(PeriodView::determinationPlannedAt)
                .map(end -> new Outlook(null, null, null, null, end));
    }
}
