package id.siks.finalization.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Moments as people of a regency read them: its wall clock, with the name of its zone. */
public final class Moments {

    private Moments() {}

    /** For example {@code 22 November 2026 23.59 WIB}. */
    public static String show(Instant moment, ZoneId zone) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern("d MMMM yyyy HH.mm", locale).format(moment.atZone(zone)) + " "
                + zoneName(zone);
    }

    private static String zoneName(ZoneId zone) {
        return switch (zone.getId()) {
            case "Asia/Jakarta" -> "WIB";
            case "Asia/Makassar" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> zone.getId();
        };
    }
}
