package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No open task misses a change of the calendar: neither one that opens beside it nor one for which nobody was there. */
class MissedChangeTests extends FollowingTest {

    @Autowired
    CalendarLatecomers latecomers;

    @Autowired
    Deadlines deadlines;

    @Test
    void a_task_that_opens_beside_a_change_gets_the_new_date_a_moment_later() {
        String task = transaction.execute(status -> {
            String opened = opened();
            CompletableFuture.runAsync(() -> free(5)).join();
            return opened;
        });
        assertThat(due(task)).as("nobody could see it").isEqualTo(THURSDAY);
        latecomers.settle();
        assertThat(due(task)).as("too soon: more may come").isEqualTo(THURSDAY);

        time.moveTo(time.now().plus(Duration.ofMinutes(3)));
        latecomers.settle();

        assertThat(due(task)).isEqualTo(FRIDAY);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getDueDate())
                .isEqualTo(Date.from(FRIDAY));
        free(6);
        assertThat(due(task)).as("and follows like any other").isEqualTo(NEXT_MONDAY);
    }

    @Test
    void a_task_nobody_can_reckon_keeps_neither_the_others_nor_the_changes_behind_it() {
        List<String> late = transaction.execute(status -> {
            List<String> opened = List.of(opened(), opened());
            CompletableFuture.runAsync(() -> free(5)).join();
            return opened;
        });
        DueReckoning odd = new DueReckoning(deadlines, calendars) {
            @Override
            Instant again(CalendarShift shift, OpenDues.OpenDue due) {
                if (due.taskId().equals(late.get(0))) {
                    throw new IllegalStateException("odd");
                }
                return super.again(shift, due);
            }
        };
        CalendarLatecomers failing = new CalendarLatecomers(follows, rows, shifts(dues, odd), time, transaction);
        time.moveTo(time.now().plus(Duration.ofMinutes(3)));
        failing.settle();
        assertThat(due(late.get(0))).isEqualTo(THURSDAY);
        assertThat(due(late.get(1))).isEqualTo(FRIDAY);
        assertThat(follows.open()).isNotEmpty();

        time.moveTo(time.now().plus(Duration.ofDays(1)));
        failing.settle();
        assertThat(follows.open()).as("given up after a day").isEmpty();
    }

    @Test
    void what_has_the_right_date_or_one_set_by_hand_stays() {
        String before = opened();
        free(5);
        String after = opened();
        String byHand = opened();
        jdbc.update(
                """
                update worklist.work_item
                set due_moved_by = 1, due_moved_from = due_at, due_moved_why = 'Jembatan putus.', due_moved_at = opened_at,
                  due_moved_to = due_at
                where task_id = ?""",
                byHand);
        tasks.setDueDate(byHand, Date.from(THURSDAY));

        time.moveTo(time.now().plus(Duration.ofMinutes(3)));
        latecomers.settle();

        assertThat(due(before)).isEqualTo(FRIDAY);
        assertThat(due(after)).isEqualTo(FRIDAY);
        assertThat(due(byHand)).isEqualTo(THURSDAY);
    }

    @Test
    void an_application_that_was_down_in_the_morning_makes_up_for_it() {
        String old = opened();
        stopped();
        // Since Monday evening it was down. On Wednesday at 9.00 a task opens a moment before the calendar is looked
        // at.
        time.moveTo(Instant.parse("2031-03-05T01:00:00Z"));
        String fresh = opened();

        countOn();

        assertThat(due(old)).as("without Tuesday and Wednesday").isEqualTo("2031-03-11T03:30:00Z");
        assertThat(due(fresh)).as("without Wednesday from 9.00").isEqualTo("2031-03-11T06:30:00Z");
    }

    @Test
    void room_for_a_stop_is_made_an_hour_before_the_counted_time_ends_and_no_sooner() {
        String task = opened();
        stopped();
        time.moveTo(Instant.parse("2031-03-03T19:59:00Z"));
        countOn();
        assertThat(due(task)).as("without Monday from 11.00").isEqualTo("2031-03-07T03:30:00Z");
        time.moveTo(Instant.parse("2031-03-03T20:00:00Z"));
        countOn();
        assertThat(due(task)).as("without Tuesday").isEqualTo("2031-03-10T03:30:00Z");
    }

    /** The clock stands still from now on, nobody knows until when. */
    private void stopped() {
        Instant now = time.now().truncatedTo(ChronoUnit.MINUTES);
        ClockStop stop = new ClockStop(
                0, REGENCY, now, null, desk.countedUntil(now, null), "Gangguan server pusat.", admin.accountId());
        desk.save(CalendarEdit.of(null, stop), admin);
        follower.work();
    }

    private void countOn() {
        desk.countOn();
        follower.work();
    }

    /** A day is free from now on, and all have followed. */
    private void free(int day) {
        holiday(day);
        follower.work();
    }
}
