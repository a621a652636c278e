package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.finalization.Cadence;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.BoardSums.Done;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
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
            return first(closing(0));
        }

        /** What was done in each, the oldest first, of what was done in each month. */
        List<Board.Period> of(Map<LocalDate, Done> months) {
            return IntStream.range(0, PERIODS)
                    .mapToObj(this::closing)
                    .map(closing -> period(closing, months))
                    .toList();
        }

        /** In which month each of them closes, the latest first. */
        List<YearMonth> closings() {
            return IntStream.rangeClosed(1, PERIODS)
                    .mapToObj(back -> closing(PERIODS - back))
                    .toList();
        }

        /** First day of the period that closes in {@code closing}. */
        LocalDate first(YearMonth closing) {
            return cadence.first(closing).atDay(1);
        }

        /** The day after its last. */
        LocalDate after(YearMonth closing) {
            return closing.plusMonths(1).atDay(1);
        }

        private Board.Period period(YearMonth closing, Map<LocalDate, Done> months) {
            List<Done> done = first(closing)
                    .datesUntil(after(closing), Period.ofMonths(1))
                    .map(month -> months.getOrDefault(month, Done.NOTHING))
                    .toList();
            int late = done.stream().mapToInt(Done::late).sum();
            return new Board.Period(
                    closing, cadence, done.stream().mapToInt(Done::all).sum() - late, late);
        }

        private YearMonth closing(int index) {
            return last.minusMonths((PERIODS - 1L - index) * cadence.months());
        }
    }
}
