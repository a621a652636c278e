package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.casework.OpenDues.OpenDue;
import id.siks.platform.engine.EngineTasks;
import id.siks.platform.engine.TaskTimers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Moves the due dates of open tasks when the calendar changes. A task keeps the number of working days it was given; a
 * date that somebody set by hand stays, and so does a cut-off and a date that is no number of working days.
 */
@Component
class DueShifts {

    private static final int CHUNK = 500;
    private static final int EXAMPLES = 3;

    // A ladder is not longer; what it may be by the table is corrected when its timer fires.
    private static final Duration LADDER = Duration.ofDays(31);

    private final OpenDues dues;
    private final EngineTasks engine;
    private final TaskTimers timers;
    private final Deadlines deadlines;
    private final WorkCalendars calendars;

    DueShifts(OpenDues dues, EngineTasks engine, TaskTimers timers, Deadlines deadlines, WorkCalendars calendars) {
        this.dues = dues;
        this.engine = engine;
        this.timers = timers;
        this.deadlines = deadlines;
        this.calendars = calendars;
    }

    /** What the change would do. Reads every open task it may concern. */
    DueEffect look(CalendarEdit edit, WorkCalendar before) {
        return walk(edit, before, false);
    }

    /** Does it, in the current transaction; the ladders of open tasks follow. */
    DueEffect apply(CalendarEdit edit, WorkCalendar before) {
        return calendars.by(edit.effect().on(before), () -> {
            DueEffect done = walk(edit, before, true);
            follow(edit);
            return done;
        });
    }

    /**
     * Moves what opened since {@code opened} and has the date of the calendar before the change all the same to that of
     * {@code now}, the calendar in force; answers how many.
     */
    int again(CalendarEdit edit, WorkCalendar before, WorkCalendar now, Instant opened) {
        AtomicInteger moved = new AtomicInteger();
        return calendars.by(now, () -> {
            each(edit.area(), opened, edit.earliest(), true, page -> {
                Map<String, Instant> moves = new HashMap<>();
                for (OpenDue due : page) {
                    if (!due.byHand()
                            && due.dueAt().equals(date(before, due))
                            && !due.dueAt().equals(date(now, due))) {
                        moves.put(due.taskId(), date(now, due));
                    }
                }
                engine.reschedule(moves);
                moved.addAndGet(moves.size());
            });
            return moved.get();
        });
    }

    /** The date of the task by a calendar; null when no calendar gives it. */
    private Instant date(WorkCalendar calendar, OpenDue due) {
        Integer days = deadlines.term(due.task(), due.kind(), due.area()).days();
        return days == null
                ? null
                : calendar.at(due.area(), calendars.zone(due.area())).after(due.openedAt(), days);
    }

    private DueEffect walk(CalendarEdit edit, WorkCalendar before, boolean apply) {
        Tally tally = new Tally(before, edit.effect().on(before));
        each(edit.area(), Instant.EPOCH, edit.earliest(), apply, page -> {
            Map<String, Instant> moves = new HashMap<>();
            for (OpenDue due : page) {
                Instant moved = tally.count(due);
                if (!moved.equals(due.dueAt())) {
                    moves.put(due.taskId(), moved);
                }
            }
            if (apply) {
                engine.reschedule(moves);
            }
        });
        return tally.effect();
    }

    /**
     * Arms the ladders of open tasks by the new calendar: also where the due date stays, the days of the rungs may be
     * others.
     */
    private void follow(CalendarEdit edit) {
        each(
                edit.area(),
                Instant.EPOCH,
                edit.earliest().minus(LADDER),
                true,
                page -> timers.follow(page.stream().map(OpenDue::taskId).toList()));
    }

    private void each(String area, Instant opened, Instant due, boolean lock, Consumer<List<OpenDue>> deed) {
        OpenDue last = null;
        List<OpenDue> page;
        do {
            page = dues.page(area, opened, due, last, CHUNK, lock);
            deed.accept(page);
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == CHUNK);
    }

    private final class Tally {

        private final WorkCalendar before;
        private final WorkCalendar after;
        private final SortedMap<Long, Integer> byDays = new TreeMap<>();
        private final List<DueEffect.Example> examples = new ArrayList<>();
        private int kept;

        Tally(WorkCalendar before, WorkCalendar after) {
            this.before = before;
            this.after = after;
        }

        /** Where the due date goes; where it is when it stays. */
        Instant count(OpenDue due) {
            ZoneId zone = calendars.zone(due.area());
            OptionalInt days = !due.byHand() && deadlines.isCounted(due.task(), due.kind(), due.area())
                    ? before.at(due.area(), zone).daysTo(due.openedAt(), due.dueAt())
                    : OptionalInt.empty();
            if (days.isEmpty()) {
                kept++;
                return due.dueAt();
            }
            WorkClock clock = after.at(due.area(), zone);
            Instant moved = clock.after(due.openedAt(), days.getAsInt());
            if (!moved.equals(due.dueAt())) {
                byDays.merge(ChronoUnit.DAYS.between(clock.dayOf(due.dueAt()), clock.dayOf(moved)), 1, Integer::sum);
                if (examples.size() < EXAMPLES) {
                    examples.add(new DueEffect.Example(
                            due.ref(), due.titleKey(), new AreaCode(due.area()), due.dueAt(), moved));
                }
            }
            return moved;
        }

        DueEffect effect() {
            return new DueEffect(byDays, kept, examples);
        }
    }
}
