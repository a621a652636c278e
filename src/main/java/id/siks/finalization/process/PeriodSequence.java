package id.siks.finalization.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.model.Calendars;
import id.siks.finalization.model.PeriodBook;
import id.siks.finalization.model.PeriodCase;
import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The periods of a regency one after the other: each is planned when the one before it opens. */
@Component
public class PeriodSequence {

    private final PeriodBook book;
    private final Calendars calendars;
    private final PeriodCase cases;
    private final PeriodFinalizationProcess process;
    private final BusinessTime time;

    PeriodSequence(
            PeriodBook book,
            Calendars calendars,
            PeriodCase cases,
            PeriodFinalizationProcess process,
            BusinessTime time) {
        this.book = book;
        this.calendars = calendars;
        this.cases = cases;
        this.process = process;
        this.time = time;
    }

    /** The period that closes in {@code month}, planned now when it is not yet. */
    public PeriodView plan(AreaCode regency, YearMonth month) {
        return book.find(regency, month).orElseGet(() -> {
            PeriodView period = book.plan(regency, month);
            cases.opened(period, time.now());
            process.planned(period);
            return period;
        });
    }

    /** Plans the period after this one. */
    void planAfter(PeriodView period) {
        plan(
                period.regency(),
                period.month().plusMonths(calendars.cadenceOf(period.regency()).months()));
    }

    /** The period that takes what misses a cut-off of this one: the next whose list can still grow. */
    public PeriodView after(CaseRef ref) {
        PeriodView period = book.get(ref);
        return book.successor(period).orElseGet(() -> {
            YearMonth last = book.lastMonth(period.regency());
            return plan(
                    period.regency(),
                    last.plusMonths(calendars.cadenceOf(period.regency()).months()));
        });
    }

    /** Where the calendar is continuous, the next period opens when this one's villages have closed. */
    void villagesClosed(PeriodView period, PeriodView next) {
        if (calendars.isContinuous(next.calendar())) {
            moveOpening(next, book.now());
        }
    }

    /** The villages' cut-off has another date: in a continuous calendar the next opening moves with it. */
    public void villageCutoffMoved(PeriodView period) {
        Optional<PeriodView> next = book.successor(period);
        next.filter(n -> n.state() == PeriodState.PLANNED && calendars.isContinuous(n.calendar()))
                .ifPresent(n -> moveOpening(n, period.villageCutoffAt()));
    }

    /** One that has come already stays. */
    private void moveOpening(PeriodView period, Instant to) {
        Instant now = book.now();
        if (period.state() == PeriodState.PLANNED && period.opensAt().isAfter(now)) {
            process.moved(book.move(period.ref(), Milestone.OPENING, to, now), Milestone.OPENING);
        }
    }
}
