package id.siks.worklist.oversight;

import id.siks.area.Areas;
import id.siks.casework.Deadlines;
import id.siks.casework.Moments;
import id.siks.casework.WorkClock;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.worklist.forecast.WorkCutoffs;
import id.siks.worklist.model.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.stereotype.Component;

/** To which moment a deadline may be moved: when offices close where the work is, on a working day before the cut-off. */
@Component
class NewDue {

    static final String FIELD = "dueDay";
    static final int FARTHEST_DAYS = 60;

    private final Deadlines deadlines;
    private final WorkCutoffs cutoffs;
    private final Areas areas;
    private final Moments moments;
    private final BusinessTime time;

    NewDue(Deadlines deadlines, WorkCutoffs cutoffs, Areas areas, Moments moments, BusinessTime time) {
        this.deadlines = deadlines;
        this.cutoffs = cutoffs;
        this.areas = areas;
        this.moments = moments;
        this.time = time;
    }

    /** The day a page sent as {@code yyyy-mm-dd}; refused at {@link #FIELD} when it is none. */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeParseException shapeless) {
            throw InvalidInput.at(FIELD, "worklist.error.date");
        }
    }

    /** The due date on {@code day}; refused at {@link #FIELD}, always when the period gives the work its date. */
    Instant of(LocalDate day, WorkItem item) {
        String area = item.area().value();
        if (!deadlines.isCounted(item.task(), item.kind(), area)) {
            throw refused("worklist.due.error.period");
        }
        LocalDate today = time.today(areas.zoneOf(item.area()));
        if (day.isBefore(today) || day.isAfter(today.plusDays(FARTHEST_DAYS))) {
            throw refused("worklist.due.error.range", FARTHEST_DAYS);
        }
        WorkClock clock = deadlines.clock(area);
        if (!clock.isWorkingDay(day)) {
            throw refused("worklist.due.error.free-day");
        }
        Instant due = clock.closing(day);
        if (clock.isStopped(due)) {
            throw refused("worklist.due.error.stopped");
        }
        return possible(due, item);
    }

    /** Refused at {@link #FIELD} when none of them can be due on that day. */
    void requireForOne(LocalDate day, List<WorkItem> items) {
        InvalidInput first = null;
        for (WorkItem item : items) {
            try {
                of(day, item);
                return;
            } catch (InvalidInput refused) {
                first = first == null ? refused : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private Instant possible(Instant due, WorkItem item) {
        Instant now = time.now();
        if (!due.isAfter(now)) {
            throw refused("worklist.due.error.closed-today");
        }
        if (due.equals(item.dueAt())) {
            throw refused("worklist.due.error.same");
        }
        cutoffs.of(item)
                .filter(cutoff -> cutoff.isAfter(now) && due.isAfter(cutoff))
                .ifPresent(cutoff -> {
                    throw refused("worklist.due.error.cutoff", moments.full(cutoff, item.area()));
                });
        return due;
    }

    private static InvalidInput refused(String key, Object... args) {
        return InvalidInput.at(FIELD, key, args);
    }
}
