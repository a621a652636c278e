package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.platform.BusinessTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class DeadlinesTests {

    // Monday, 10:00 in Jakarta.
    private static final Instant MONDAY = Instant.parse("2026-11-02T03:00:00Z");

    @Autowired
    Deadlines deadlines;

    @Autowired
    RepositoryService repository;

    @Autowired
    BusinessTime time;

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
    void a_deadline_leaps_over_the_end_of_the_year() {
        // Wednesday; then joint leave, Christmas, a weekend.
        Instant wednesday = Instant.parse("2026-12-23T03:00:00Z");
        assertThat(deadlines.dueAt("assign-visit", "NEW_REGISTRATION", "1804", wednesday))
                .isEqualTo("2026-12-28T09:00:00Z");
    }

    @Test
    void the_ladder_goes_by_working_days_of_the_place() {
        Instant due = Instant.parse("2026-11-05T09:00:00Z");
        assertThat(deadlines.ladder("decide-proposal", "NEW_REGISTRATION", "1804", due))
                .isEqualTo(new Deadlines.Ladder(
                        Instant.parse("2026-11-04T00:30:00Z"),
                        Instant.parse("2026-11-06T09:30:00Z"),
                        Instant.parse("2026-11-09T09:00:00Z"),
                        Instant.parse("2026-11-11T09:00:00Z")));
    }

    @Test
    void no_day_after_the_due_date_is_the_due_date_and_one_is_the_next_working_day() {
        Instant due = Instant.parse("2026-11-05T09:00:00Z");
        Deadlines.Ladder ladder = deadlines.ladder("decide-proposal", "PBI_REACTIVATION", "1804", due);
        assertThat(ladder.supervisor()).isEqualTo(due);
        assertThat(ladder.officeHead()).isEqualTo("2026-11-06T09:30:00Z");
        assertThat(ladder.province()).isEqualTo("2026-11-09T09:00:00Z");
    }

    @Test
    void a_task_of_one_day_is_reminded_of_in_the_morning_of_that_day() {
        Instant due = deadlines.dueAt("assign-visit", "NEW_REGISTRATION", "1804012001", MONDAY);
        assertThat(deadlines
                        .ladder("assign-visit", "NEW_REGISTRATION", "1804012001", due)
                        .remind())
                .isEqualTo("2026-11-03T00:30:00Z")
                .isBetween(MONDAY, due);
    }

    @Test
    void a_cut_off_is_not_counted_in_days() {
        assertThat(deadlines.isCounted("decide-proposal", "", "1804")).isTrue();
        assertThat(deadlines.isCounted("finalize-village", "", "1804012001")).isFalse();
        assertThatThrownBy(() -> deadlines.dueAt("finalize-village", "", "1804012001", MONDAY))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_answer_nobody_could_act_on_is_refused() {
        Map<String, Object> fine = Map.of("days", 3, "remind", 1, "supervisor", 1, "officeHead", 2, "province", 4);
        assertThat(TaskTerm.of("x", List.of(fine))).isEqualTo(new TaskTerm(3, 1, 1, 2, 4));

        assertRefused(List.of());
        assertRefused(List.of(fine, fine));
        assertRefused(changed(fine, "hours", 4));
        assertRefused(changed(fine, "remind", "soon"));
        assertRefused(changed(fine, "days", -1));
        assertRefused(changed(fine, "days", 251));
        assertRefused(changed(fine, "remind", 4));
        assertRefused(changed(fine, "supervisor", 3));
        assertRefused(changed(fine, "province", 1));
    }

    @Test
    void a_new_table_needs_no_release_and_may_speak_of_one_regency() throws IOException {
        String table = Files.readString(Path.of("bpmn/casework/task-deadlines.dmn"));
        String rule = table.substring(
                table.indexOf("<rule id=\"rule-decide-proposal\""),
                table.indexOf("<rule id=\"rule-finalize-village\""));
        String regional = rule.replace("decide-proposal", "regional")
                .replace("\"regional\"<", "\"decide-proposal\"<")
                .replace("regency\"><text>", "regency\"><text>\"1805\"")
                .replace("days\"><text>3", "days\"><text>6");
        String deployment = repository
                .createDeployment()
                .addString("task-deadlines.dmn", table.replace(rule, regional + rule))
                .deploy()
                .getId();
        try {
            time.moveTo(time.now().plus(Duration.ofMinutes(2)));
            assertThat(deadlines.dueAt("decide-proposal", "NEW_REGISTRATION", "1805012001", MONDAY))
                    .isEqualTo("2026-11-10T09:00:00Z");
            assertThat(deadlines.dueAt("decide-proposal", "NEW_REGISTRATION", "1804012001", MONDAY))
                    .isEqualTo("2026-11-05T09:00:00Z");
        } finally {
            repository.deleteDeployment(deployment, true);
            time.moveTo(time.now().plus(Duration.ofMinutes(2)));
            deadlines.dueAt("decide-proposal", "NEW_REGISTRATION", "1805", MONDAY);
            time.release();
        }
    }

    private static void assertRefused(List<Map<String, Object>> rows) {
        assertThatThrownBy(() -> TaskTerm.of("x", rows)).isInstanceOf(IllegalStateException.class);
    }

    private static List<Map<String, Object>> changed(Map<String, Object> row, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(row);
        changed.put(name, value);
        return List.of(changed);
    }
}
