package id.siks.casework;

import id.siks.casework.OpenDues.OpenDue;
import id.siks.platform.BusinessTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks again at what opened while the calendar changed: its transaction began before, or another server still had the calendar
 * of before, and when due dates were moved it could not be seen. Asked twice it changes nothing more.
 */
@Component
class CalendarLatecomers {

    // Whoever cannot be moved for so long keeps his date.
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(CalendarLatecomers.class);

    private final CalendarFollows follows;
    private final CalendarRows rows;
    private final DueShifts shifts;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    CalendarLatecomers(
            CalendarFollows follows,
            CalendarRows rows,
            DueShifts shifts,
            BusinessTime time,
            TransactionTemplate transaction) {
        this.follows = follows;
        this.rows = rows;
        this.shifts = shifts;
        this.time = time;
        this.transaction = transaction;
    }

    /** Settles the changes all others have followed; whatever cannot be done now is done a minute later. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void settle() {
        for (CalendarFollow follow : follows.open()) {
            if (follow.followed() && follow.shift().isSettled(time.now())) {
                settle(follow);
            }
        }
    }

    private void settle(CalendarFollow follow) {
        boolean late = time.now().isAfter(follow.shift().at().plus(GIVEN_UP));
        if (catchUp(follow) || late) {
            transaction.executeWithoutResult(status -> follows.settled(follow.id(), time.now()));
        }
    }

    /** False when it has to be done once more: another change is followed, or some could not be moved now. */
    private boolean catchUp(CalendarFollow follow) {
        // Read in this order: a change that is in the calendar is among those that are followed, or has been.
        CalendarShift shift = follow.shift().to(rows.read());
        if (follows.isFollowing()) {
            return false;
        }
        List<OpenDue> missed = new ArrayList<>();
        shifts.each(
                shift.beside(),
                page -> page.stream().filter(due -> mayHaveMissed(shift, due)).forEach(missed::add));
        int done = 0;
        for (OpenDue due : missed) {
            done += catchUp(shift, due) ? 1 : 0;
        }
        if (done > 0) {
            LOG.info("{} tasks that opened beside a change of the calendar follow it", done);
        }
        return done == missed.size();
    }

    private boolean mayHaveMissed(CalendarShift shift, OpenDue due) {
        try {
            return shifts.hasMissed(shift, due);
        } catch (RuntimeException odd) {
            // It fails again when it is moved, and keeps no other from it.
            return true;
        }
    }

    private boolean catchUp(CalendarShift shift, OpenDue due) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                List<OpenDue> ours = shifts.free(List.of(due));
                ours.forEach(one -> shifts.catchUp(shift, one));
                return !ours.isEmpty();
            }));
        } catch (RuntimeException fault) {
            LOG.warn("Item {} does not follow the calendar yet: {}", due.item(), fault.getClass());
            return false;
        }
    }
}
