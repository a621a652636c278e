package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.casework.OpenDues.OpenDue;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a due date goes when the calendar changes long after the task has come. */
@EngineTest
class DueReckoningTests {

    private static final String VILLAGE = "1804012001";

    // All of it has come by then. In that week of November 2026 no holiday is known.
    private static final Instant SATURDAY = Instant.parse("2026-11-07T03:00:00Z");

    @Autowired
    DueReckoning reckoning;

    @Autowired
    CalendarRows rows;

    @ParameterizedTest(name = "{0} of {1}, {2} becomes free")
    @CsvSource({
        // One day, come with the village's cut-off: after closing time no day and one day end on the same date.
        "assign-visit, 2026-11-02T16:59:00Z, 2026-11-02, 2026-11-03T09:00:00Z, 2026-11-04T09:00:00Z",
        "assign-visit, 2026-11-02T16:59:00Z, 2026-11-03, 2026-11-03T09:00:00Z, 2026-11-04T09:00:00Z",
        // Come on a Sunday: it counts as come on Monday.
        "assign-visit, 2026-11-01T05:00:00Z, 2026-11-02, 2026-11-03T09:00:00Z, 2026-11-04T09:00:00Z",
        "assign-visit, 2026-11-02T03:00:00Z, 2026-11-04, 2026-11-03T09:00:00Z, 2026-11-03T09:00:00Z",
        // An older table had given it two days.
        "assign-visit, 2026-11-02T03:00:00Z, 2026-11-03, 2026-11-04T09:00:00Z, 2026-11-05T09:00:00Z"
    })
    void a_task_keeps_its_working_days(String task, Instant opened, LocalDate free, Instant due, Instant moved) {
        assertThat(reckoning.moved(
                        shift(free),
                        new OpenDue(
                                1, "1", task, "", new CaseRef("UJI-1804-26-000001"), "", VILLAGE, opened, due, null)))
                .contains(moved);
    }

    @Test
    void what_opened_beside_the_change_by_either_calendar_comes_to_one_date() {
        CalendarShift shift = shift(LocalDate.of(2026, 11, 11));
        Instant old = Instant.parse("2026-11-12T09:00:00Z");
        Instant right = Instant.parse("2026-11-13T09:30:00Z");
        for (Instant opened : new Instant[] {SATURDAY.minusSeconds(60), SATURDAY.plusSeconds(60)}) {
            for (Instant due : new Instant[] {old, right}) {
                OpenDue task = new OpenDue(
                        1,
                        "1",
                        "decide-proposal",
                        "",
                        new CaseRef("UJI-1804-26-000001"),
                        "",
                        VILLAGE,
                        opened,
                        due,
                        null);
                assertThat(reckoning.moved(shift, task)).contains(right);
                assertThat(reckoning.again(shift, task)).isEqualTo(right);
            }
        }
    }

    private CalendarShift shift(LocalDate free) {
        Holiday holiday = new Holiday(0, free, "18", Holiday.Kind.REGIONAL, "Hari jadi", "SK Gubernur 1/2026");
        return CalendarShift.of(CalendarEdit.of(null, holiday), rows.read(), SATURDAY);
    }
}
