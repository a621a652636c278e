package id.siks.identity;

import id.siks.area.Areas;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments of the access log by the clock of the reader's place, with its zone: {@code 29-11-2026 14:30:05 WIB}. */
record LogTime(ZoneId zone) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss z", Locale.forLanguageTag("id"));

    /** That of the reader's place; whoever works for the nation reads the capital's clock. */
    static LogTime of(Actor reader, Areas areas) {
        return new LogTime(areas.zoneOf(reader.home()));
    }

    public String say(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }
}
