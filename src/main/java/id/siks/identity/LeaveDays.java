package id.siks.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says the days of a leave in the language of the request. */
final class LeaveDays {

    private LeaveDays() {}

    static String text(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", LocaleContextHolder.getLocale())
                .format(at.atZone(zone));
    }
}
