package id.siks.casework;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes the calendar, and in the same transaction has the due dates that rely on it follow: {@link CalendarFollower}. */
@Service
@Transactional
class CalendarDesk {

    /** Before offices open anywhere: 04.00 in the west, 06.00 in the east. */
    private static final LocalTime MORNING = LocalTime.of(21, 0);

    private static final Duration EARLY = Duration.ofHours(1);

    private final CalendarRows rows;
    private final CalendarFollows follows;
    private final WorkCalendars calendars;
    private final DueShifts shifts;
    private final BusinessTime time;

    CalendarDesk(
            CalendarRows rows, CalendarFollows follows, WorkCalendars calendars, DueShifts shifts, BusinessTime time) {
        this.rows = rows;
        this.follows = follows;
        this.calendars = calendars;
        this.shifts = shifts;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public Holiday holiday(long id) {
        return rows.holidays().stream()
                .filter(h -> h.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("holiday"));
    }

    @Transactional(readOnly = true)
    public ClockStop stop(long id) {
        return rows.stops().stream().filter(s -> s.id() == id).findFirst().orElseThrow(() -> new NotFound("stop"));
    }

    @Transactional(readOnly = true)
    public OfficeWeek week(long id) {
        return rows.weeks().stream().filter(w -> w.id() == id).findFirst().orElseThrow(() -> new NotFound("week"));
    }

    /** How far due dates make room for a stop: to its end, or to the next morning while nobody knows it. */
    public Instant countedUntil(Instant from, Instant until) {
        Instant now = time.now();
        return until == null ? morningAfter((from.isAfter(now) ? from : now).plus(EARLY)) : until;
    }

    /**
     * What the change would do to open tasks; {@link InvalidInput} when the calendar cannot take it, {@link Conflict} when
     * what it changes is no longer as it was. Looks at one moment of the database: due dates may follow another change.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public DueEffect effect(CalendarEdit edit) {
        WorkCalendar now = rows.read();
        edit.check().on(now);
        return shifts.look(CalendarShift.of(edit, now, time.now()), DueShifts.MOST);
    }

    /** Changes the calendar, one change at a time; answers the key of the change. Faults as in {@link #effect}. */
    public long save(CalendarEdit edit, Actor by) {
        rows.lock();
        WorkCalendar before = rows.read();
        edit.check().on(before);
        edit.writing().to(rows);
        Instant now = time.now();
        long change = rows.note(now, by == null ? null : by.accountId(), edit);
        follows.add(change, CalendarShift.of(edit, before, now).to(rows.read()));
        afterwards(calendars::forget);
        return change;
    }

    /** Goes on making room for stops that have no end yet, before offices open anywhere. */
    public void countOn() {
        if (rows.stops().stream().noneMatch(ClockStop::isOpen)) {
            return;
        }
        rows.lock();
        for (ClockStop stop : rows.stops()) {
            Instant morning = countedUntil(stop.from(), null);
            if (stop.isOpen() && stop.countedUntil().isBefore(morning)) {
                save(CalendarEdit.of(stop, stop.countedTo(morning)), null);
            }
        }
    }

    private static Instant morningAfter(Instant moment) {
        OffsetDateTime today = moment.atOffset(ZoneOffset.UTC).with(MORNING);
        return (today.toInstant().isAfter(moment) ? today : today.plusDays(1)).toInstant();
    }

    private static void afterwards(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
