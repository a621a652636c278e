package id.siks.worklist.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.siks.finalization.Cadence;
import id.siks.worklist.model.BoardSums.Pace;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Work of a month falls into the period the month belongs to. */
class TrendTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private static final List<Pace> PACE = List.of(
            new Pace("visit", LocalDate.of(2024, 2, 1), 3, false, 100),
            new Pace("visit", LocalDate.of(2026, 8, 1), 3, false, 7),
            new Pace("visit", LocalDate.of(2026, 9, 1), 3, false, 4),
            new Pace("decide", LocalDate.of(2026, 11, 1), 9, true, 2),
            new Pace("visit", LocalDate.of(2026, 12, 1), 3, true, 1));

    @Test
    void a_quarter_holds_what_its_three_months_hold() {
        Trend.Span quarters = new Trend.Span(YearMonth.of(2026, 12), Cadence.QUARTERLY);

        assertThat(quarters.since()).isEqualTo(LocalDate.of(2024, 1, 1));
        List<Board.Period> periods = quarters.of(PACE);
        assertThat(periods).hasSize(12);
        assertThat(periods.get(0).inTime()).isEqualTo(100);
        assertThat(periods.subList(10, 12))
                .extracting(p -> p.name(INDONESIAN), Board.Period::inTime, Board.Period::late, Board.Period::timely)
                .containsExactly(tuple("Juli–September 2026", 11, 0, 100), tuple("Oktober–Desember 2026", 0, 3, 0));
    }

    @Test
    void a_month_holds_itself() {
        Trend.Span months = new Trend.Span(YearMonth.of(2026, 11), Cadence.MONTHLY);

        assertThat(months.since()).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(months.of(PACE).subList(8, 12))
                .extracting(p -> p.name(INDONESIAN), Board.Period::done)
                .containsExactly(
                        tuple("Agustus 2026", 7),
                        tuple("September 2026", 4),
                        tuple("Oktober 2026", 0),
                        tuple("November 2026", 2));
    }

    @Test
    void a_period_is_named_by_the_month_it_closes_in_and_ends_at_midnight_in_jakarta() {
        DonePeriod quarter = DonePeriod.named("2026-12", Cadence.QUARTERLY).orElseThrow();

        assertThat(quarter.from()).isEqualTo("2026-09-30T17:00:00Z");
        assertThat(quarter.to()).isEqualTo("2026-12-31T17:00:00Z");
        for (String other : new String[] {null, "", "2026-13", "2026-1", "9999-01", "2026-11-01", "x"}) {
            assertThat(DonePeriod.named(other, Cadence.MONTHLY)).as(other).isEmpty();
        }
    }
}
