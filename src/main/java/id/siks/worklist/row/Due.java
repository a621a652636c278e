package id.siks.worklist.row;

import id.siks.platform.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Until when, as people say it.
 *
 * @param at the moment
 * @param late true when it is over
 * @param words today, tomorrow, in five days, two days late
 */
public record Due(Instant at, boolean late, Message words) {

    /** A due date as clocks in {@code zone} show it, and how far it is from {@code now}. */
    public static Due of(Instant dueAt, ZoneId zone, Instant now) {
        long days = daysOver(dueAt, zone, now);
        boolean late = now.isAfter(dueAt);
        return new Due(dueAt, late, late ? lateBy(days) : dueIn(-days));
    }

    /** Days of the calendar in {@code zone} that {@code now} is after a due date: 0 on its day, negative before it. */
    public static long daysOver(Instant dueAt, ZoneId zone, Instant now) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(dueAt, zone), LocalDate.ofInstant(now, zone));
    }

    private static Message lateBy(long days) {
        return days < 1 ? Message.of("worklist.due.late-today") : Message.of("worklist.due.late", days);
    }

    private static Message dueIn(long days) {
        if (days < 1) {
            return Message.of("worklist.due.today");
        }
        return days == 1 ? Message.of("worklist.due.tomorrow") : Message.of("worklist.due.days", days);
    }
}
