package id.siks.worklist.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.siks.finalization.Cadence;
import id.siks.worklist.model.BoardSums.Done;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work of a month falls into the period the month belongs to. */
class TrendTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private static final Map<LocalDate, Done> MONTHS = Map.of(
            LocalDate.of(2024, 2, 1), new Done(100, 0),
            LocalDate.of(2026, 8, 1), new Done(7, 0),
            LocalDate.of(2026, 9, 1), new Done(4, 0),
            LocalDate.of(2026, 11, 1), new Done(2, 2),
            LocalDate.of(2026, 12, 1), new Done(1, 1));

    @Test
    void a_quarter_holds_what_its_three_months_hold() {
        Trend.Span quarters = new Trend.Span(YearMonth.of(2026, 12), Cadence.QUARTERLY);

        assertThat(quarters.since()).isEqualTo(LocalDate.of(2024, 1, 1));
        List<Board.Period> periods = quarters.of(MONTHS);
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
        assertThat(months.of(MONTHS).subList(8, 12))
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
