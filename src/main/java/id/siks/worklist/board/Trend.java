package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.finalization.Cadence;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.BoardSums.Pace;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The last twelve periods of an area: those of its regency, and months where regencies of different cadence meet. */
@Component
class Trend {

    private static final int PERIODS = 12;

    private final Periods periods;
    private final BusinessTime time;

    Trend(Periods periods, BusinessTime time) {
        this.periods = periods;
        this.time = time;
    }

    /** The periods of {@code area}, null for the nation; the last of them is the one this month lies in. */
    Span of(AreaCode area) {
        YearMonth month = YearMonth.from(time.today(BoardSums.CLOCK));
        if (area == null || area.level() == AreaLevel.PROVINCE) {
            return new Span(month, Cadence.MONTHLY);
        }
        return periods.currentFor(area)
                .map(period -> new Span(around(month, period), period.cadence()))
                .orElse(new Span(month, Cadence.MONTHLY));
    }

    private static YearMonth around(YearMonth month, PeriodView period) {
        YearMonth last = period.month();
        while (last.isBefore(month)) {
            last = last.plusMonths(period.cadence().months());
        }
        while (period.cadence().first(last).isAfter(month)) {
            last = last.minusMonths(period.cadence().months());
        }
        return last;
    }

    /**
     * Twelve periods, one after the other.
     *
     * @param last month in which the last one closes
     */
    record Span(YearMonth last, Cadence cadence) {

        /** First day of the first of them. */
        LocalDate since() {
            return cadence.first(closing(0)).atDay(1);
        }

        /** What was done in each, the oldest first. */
        List<Board.Period> of(List<Pace> pace) {
            return IntStream.range(0, PERIODS)
                    .mapToObj(this::closing)
                    .map(closing ->
                            new Board.Period(closing, cadence, done(pace, closing, false), done(pace, closing, true)))
                    .toList();
        }

        /** In which month each of them closes, the latest first. */
        List<YearMonth> closings() {
            return IntStream.rangeClosed(1, PERIODS)
                    .mapToObj(back -> closing(PERIODS - back))
                    .toList();
        }

        /** True for what was done in the period that closes in {@code closing}. */
        boolean isIn(Pace done, YearMonth closing) {
            return !done.month().isBefore(cadence.first(closing).atDay(1))
                    && !done.month().isAfter(closing.atEndOfMonth());
        }

        private YearMonth closing(int index) {
            return last.minusMonths((PERIODS - 1L - index) * cadence.months());
        }

        private int done(List<Pace> pace, YearMonth closing, boolean late) {
            return pace.stream()
                    .filter(p -> p.late() == late && isIn(p, closing))
                    .mapToInt(Pace::n)
                    .sum();
        }
    }
}
