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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes the calendar and, in the same transaction, the due dates that rely on it. */
@Service
@Transactional
class CalendarDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarDesk.class);

    /** Before offices open anywhere: 04.00 in the west, 06.00 in the east. */
    private static final LocalTime MORNING = LocalTime.of(21, 0);

    private static final Duration EARLY = Duration.ofHours(1);

    /** Longer than any transaction that opens tasks and than other servers remember a calendar. */
    private static final Duration SETTLED = Duration.ofMinutes(3);

    private final Queue<Recent> recent = new ConcurrentLinkedQueue<>();

    private final CalendarRows rows;
    private final WorkCalendars calendars;
    private final DueShifts shifts;
    private final BusinessTime time;

    CalendarDesk(CalendarRows rows, WorkCalendars calendars, DueShifts shifts, BusinessTime time) {
        this.rows = rows;
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
     * what it changes is no longer as it was.
     */
    @Transactional(readOnly = true)
    public DueEffect effect(CalendarEdit edit) {
        WorkCalendar now = rows.read();
        edit.check().on(now);
        return shifts.look(edit, now);
    }

    /** Changes the calendar, one change at a time; answers what that did. Faults as in {@link #effect}. */
    public DueEffect save(CalendarEdit edit, Actor by) {
        rows.lock();
        WorkCalendar before = rows.read();
        edit.check().on(before);
        edit.writing().to(rows);
        DueEffect done = shifts.apply(edit, before);
        rows.note(new CalendarChange(
                time.now(),
                by == null ? null : by.accountId(),
                edit.what(),
                Long.toString(edit.id()),
                edit.before(),
                edit.after(),
                done.moved()));
        afterwards(() -> {
            calendars.forget();
            recent.add(new Recent(edit, before, time.now()));
        });
        return done;
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

    /**
     * Looks again at what opened while the calendar changed: its transaction began before, or another server still had the
     * calendar of before, and when due dates were moved it could not be seen.
     */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    public void lookAgain() {
        Instant now = time.now();
        for (Recent change : recent) {
            if (change.isSettled(now)) {
                rows.lock();
                int late = shifts.again(
                        change.edit(), change.before(), rows.read(), change.at().minus(SETTLED));
                if (late > 0) {
                    LOG.info("{} tasks that opened beside a change of the calendar follow it", late);
                }
                afterwards(() -> recent.remove(change));
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

    /** A change and the calendar before it. */
    private record Recent(CalendarEdit edit, WorkCalendar before, Instant at) {

        boolean isSettled(Instant now) {
            return !at.plus(SETTLED).isAfter(now);
        }
    }
}
