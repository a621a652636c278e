package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class DeadlinesTests {

    // Monday, 10:00 in Jakarta.
    private static final Instant MONDAY = Instant.parse("2026-11-02T03:00:00Z");

    @Autowired
    Deadlines deadlines;

    @Autowired
    WorkingDays calendar;

    @Test
    void a_task_is_due_at_four_in_the_afternoon_of_its_place() {
        assertThat(deadlines.dueAt("decide-proposal", "NEW_REGISTRATION", "1804", MONDAY))
                .isEqualTo("2026-11-05T09:00:00Z");
        assertThat(deadlines.dueAt("decide-proposal", "NEW_REGISTRATION", "5201", MONDAY))
                .isEqualTo("2026-11-05T08:00:00Z");
        assertThat(deadlines.dueAt("decide-proposal", "NEW_REGISTRATION", "9171", MONDAY))
                .isEqualTo("2026-11-05T07:00:00Z");
    }

    @Test
    void the_table_tells_the_days_by_task_and_kind() {
        assertThat(deadlines.dueAt("assign-visit", "NEW_REGISTRATION", "1804012001", MONDAY))
                .isEqualTo("2026-11-03T09:00:00Z");
        assertThat(deadlines.dueAt("decide-proposal", "PBI_REACTIVATION", "1804", MONDAY))
                .isEqualTo("2026-11-04T09:00:00Z");
        assertThat(deadlines.dueAt("some-other-task", "", "1804", MONDAY)).isEqualTo("2026-11-05T09:00:00Z");
    }

    @Test
    void weekends_and_holidays_are_no_working_days() {
        // Thursday before Christmas: Friday is Christmas, then a weekend.
        assertThat(calendar.after(LocalDate.of(2026, 12, 24), 1)).isEqualTo("2026-12-28");
        assertThat(calendar.after(LocalDate.of(2026, 11, 7), 0)).isEqualTo("2026-11-09");
        assertThat(calendar.after(LocalDate.of(2026, 11, 7), 1)).isEqualTo("2026-11-10");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 8, 17))).isFalse();
    }
}
