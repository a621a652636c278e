package id.siks.worklist.mail;

import id.siks.worklist.notice.NoticeSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/** When somebody wants mail and when not, by the clock on his wall and the working days of his place. */
final class QuietTime {

    // A year in which nobody ever works is a fault, not something to wait for.
    private static final int FARTHEST = 400;

    private final NoticeSettings settings;
    private final ZoneId zone;
    private final Predicate<LocalDate> working;

    /** @param working tells on which days the offices of his place open */
    QuietTime(NoticeSettings settings, ZoneId zone, Predicate<LocalDate> working) {
        this.settings = settings;
        this.zone = zone;
        this.working = working;
    }

    /** {@code at} when it is not quiet then, else the end of the quiet time it lies in. */
    Instant endsAfter(Instant at) {
        ZonedDateTime moment = at.atZone(zone);
        for (int i = 0; i < FARTHEST; i++) {
            if (isFree(moment.toLocalDate())) {
                moment = moment.toLocalDate().plusDays(1).atStartOfDay(zone);
            } else if (settings.isQuiet(moment.getHour())) {
                moment = end(moment);
            } else {
                return moment.toInstant();
            }
        }
        return at;
    }

    /** The next full hour after {@code at}. */
    Instant nextHour(Instant at) {
        return at.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
    }

    /** The next moment after {@code at} at which the daily mail is sent: at its hour, on a day that is not free. */
    Instant nextDaily(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        for (int i = 0; i < FARTHEST; i++, day = day.plusDays(1)) {
            Instant hour = day.atTime(LocalTime.of(settings.dailyHour(), 0))
                    .atZone(zone)
                    .toInstant();
            if (hour.isAfter(at) && !isFree(day)) {
                return hour;
            }
        }
        return at;
    }

    private ZonedDateTime end(ZonedDateTime quiet) {
        LocalTime until = LocalTime.of(settings.quietUntil(), 0);
        LocalDate day = quiet.toLocalTime().isBefore(until)
                ? quiet.toLocalDate()
                : quiet.toLocalDate().plusDays(1);
        return day.atTime(until).atZone(zone);
    }

    private boolean isFree(LocalDate day) {
        return settings.freeDays() && !working.test(day);
    }
}
