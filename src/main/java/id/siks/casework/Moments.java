package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says moments as people of a place read them from the wall, in the language of the request. Templates: {@code @moments}. */
@Component
public class Moments {

    private static final Map<String, String> NAMES =
            Map.of("Asia/Jakarta", "WIB", "Asia/Makassar", "WITA", "Asia/Jayapura", "WIT");

    private final Areas areas;

    Moments(Areas areas) {
        this.areas = areas;
    }

    /** Day, time and zone: {@code 21 November 2026 16.00 WIB}. */
    public String full(Instant at, AreaCode area) {
        return format(at, area, "d MMMM uuuu HH.mm") + " " + zoneName(area);
    }

    /** The same, short: {@code 21 Nov 16.00}. The zone must stand nearby. */
    public String brief(Instant at, AreaCode area) {
        return format(at, area, "d MMM HH.mm");
    }

    /** The day: {@code Sabtu, 21 November 2026}. */
    public String day(Instant at, AreaCode area) {
        return format(at, area, "EEEE, d MMMM uuuu");
    }

    /** The day, short: {@code 21 Nov}. */
    public String shortDay(Instant at, AreaCode area) {
        return format(at, area, "d MMM");
    }

    /** How the zone of the place is called: WIB, WITA or WIT. */
    public String zoneName(AreaCode area) {
        ZoneId zone = areas.zoneOf(area);
        return NAMES.getOrDefault(zone.getId(), zone.getId());
    }

    private String format(Instant at, AreaCode area, String pattern) {
        ZonedDateTime local = at.atZone(areas.zoneOf(area));
        Locale language = LocaleContextHolder.getLocale();
        // English pages write the hour with a colon.
        String shape = "en".equals(language.getLanguage()) ? pattern.replace("HH.mm", "HH:mm") : pattern;
        return DateTimeFormatter.ofPattern(shape, language).format(local);
    }
}
