package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.casework.OpenDues.OpenDue;
import id.siks.casework.OpenDues.Place;
import id.siks.casework.OpenDues.Range;
import id.siks.platform.engine.EngineTasks;
import id.siks.platform.engine.TaskTimers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells where the due dates of open tasks go when the calendar changes, and moves some of them there. */
@Component
class DueShifts {

    /** Tasks a page waits for; of more, one in so many is looked at. */
    static final int MOST = 10_000;

    private static final int PAGE = 500;
    private static final int EXAMPLES = 3;

    private final OpenDues dues;
    private final DueReckoning reckoning;
    private final CalendarFollows follows;
    private final CalendarRows rows;
    private final CaseTurns turns;
    private final EngineTasks engine;
    private final TaskTimers timers;
    private final WorkCalendars calendars;

    DueShifts(
            OpenDues dues,
            DueReckoning reckoning,
            CalendarFollows follows,
            CalendarRows rows,
            CaseTurns turns,
            EngineTasks engine,
            TaskTimers timers,
            WorkCalendars calendars) {
        this.dues = dues;
        this.reckoning = reckoning;
        this.follows = follows;
        this.rows = rows;
        this.turns = turns;
        this.engine = engine;
        this.timers = timers;
        this.calendars = calendars;
    }

    /**
     * What the shift would do to the open tasks it may concern; one that has not followed earlier changes yet counts as if it
     * had.
     *
     * @param most how many are looked at; of more than these, what would be done to all is an estimate
     */
    DueEffect look(CalendarShift shift, int most) {
        Tally tally = new Tally(shift);
        int every = 1 + Math.max(0, dues.count(shift.concerned()) - 1) / most;
        if (every == 1) {
            each(shift.concerned(), page -> page.forEach(tally::count));
        } else {
            dues.some(shift.concerned(), every).forEach(tally::count);
        }
        return tally.effect().ofAll(every);
    }

    /** Those of the tasks on whose cases nobody acts at this moment, as they are now; nobody else does until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OpenDue> free(List<OpenDue> some) {
        Set<String> free = turns.takeFree(
                some.stream().map(due -> due.ref().value()).distinct().toList());
        return dues.lock(
                some.stream()
                        .filter(due -> free.contains(due.ref().value()))
                        .map(OpenDue::item)
                        .toList(),
                false);
    }

    /**
     * Moves these tasks by a shift they have not followed yet, and by what they missed of {@code earlier} ones; their ladders
     * go by the calendar in force. Answers how many got another due date.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int move(CalendarShift shift, Collection<CalendarShift> earlier, Collection<OpenDue> some) {
        Map<String, Instant> moves = new HashMap<>();
        List<String> stay = new ArrayList<>();
        for (OpenDue due : some) {
            OpenDue right = caughtUp(due, earlier);
            Instant moved =
                    shift.concerns(right) ? reckoning.moved(shift, right).orElse(right.dueAt()) : right.dueAt();
            if (moved.equals(due.dueAt())) {
                stay.add(due.taskId());
            } else {
                moves.put(due.taskId(), moved);
            }
        }
        return reschedule(rows.read(), moves, stay);
    }

    /** True when the task opened beside the shift and has the date of the calendar before it all the same. */
    boolean hasMissed(CalendarShift shift, OpenDue due) {
        return !reckoning.again(shift, due).equals(due.dueAt());
    }

    /** Moves a task that {@link #hasMissed} the shift, if it still has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void catchUp(CalendarShift shift, OpenDue due) {
        Instant moved = reckoning.again(shift, due);
        if (!moved.equals(due.dueAt())) {
            reschedule(shift.after(), Map.of(due.taskId(), moved), List.of());
        }
    }

    private int reschedule(WorkCalendar calendar, Map<String, Instant> moves, List<String> stay) {
        return calendars.by(calendar, () -> {
            engine.reschedule(moves);
            timers.follow(stay);
            return moves.size();
        });
    }

    private OpenDue caughtUp(OpenDue due, Collection<CalendarShift> earlier) {
        OpenDue right = due;
        for (CalendarShift shift : earlier) {
            right = right.dueAt(reckoning.again(shift, right));
        }
        return right;
    }

    /** Hands over all open tasks of the range, a page at a time. */
    void each(Range range, Consumer<List<OpenDue>> deed) {
        Place last = null;
        List<OpenDue> page;
        do {
            page = dues.page(range, last, PAGE);
            deed.accept(page);
            last = page.isEmpty() ? null : page.get(page.size() - 1).place();
        } while (page.size() == PAGE);
    }

    private final class Tally {

        private final CalendarShift shift;
        private final List<CalendarFollow> open = follows.open();
        private final Set<Long> left = follows.left();
        private final SortedMap<Long, Integer> byDays = new TreeMap<>();
        private final List<DueEffect.Example> examples = new ArrayList<>();
        private int kept;

        Tally(CalendarShift shift) {
            this.shift = shift;
        }

        void count(OpenDue open) {
            OpenDue due = following(open);
            if (!shift.concerns(due)) {
                return;
            }
            Optional<Instant> moved = reckoning.moved(shift, due);
            if (moved.isEmpty()) {
                kept++;
            } else if (!moved.get().equals(due.dueAt())) {
                byDays.merge(reckoning.dayOf(due, moved.get()) - reckoning.dayOf(due, due.dueAt()), 1, Integer::sum);
                if (examples.size() < EXAMPLES) {
                    examples.add(new DueEffect.Example(
                            due.ref(), due.titleKey(), new AreaCode(due.area()), due.dueAt(), moved.get()));
                }
            }
        }

        /** The task as it will be when it has followed all earlier changes. */
        private OpenDue following(OpenDue due) {
            OpenDue right = due;
            for (CalendarFollow earlier : open) {
                boolean waits = earlier.isAhead(due) || !earlier.followed() && left.contains(due.item());
                CalendarShift before = earlier.shift();
                right = right.dueAt(
                        waits && before.concerns(right)
                                ? reckoning.moved(before, right).orElse(right.dueAt())
                                : reckoning.again(before, right));
            }
            return right;
        }

        DueEffect effect() {
            return new DueEffect(byDays, kept, examples, 1);
        }
    }
}
