package id.siks.journeys;

import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar on the wall in Liwa. */
final class Clock {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private Clock() {}

    /** Today as a date field takes it. */
    static String today() {
        return today(0);
    }

    /** The day {@code later} days from today, as a date field takes it. */
    static String today(int later) {
        return LocalDate.now(WIB).plusDays(later).toString();
    }
}
