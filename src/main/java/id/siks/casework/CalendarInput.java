package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads what an administrator typed about a holiday or a clock stop; everything wrong is said at its field. */
@Component
class CalendarInput {

    static final int FIRST_YEAR = 2024;

    private static final int LAST_YEAR = 2099;
    private static final Duration LONGEST_STOP = Duration.ofDays(366);

    private final Areas areas;
    private final CalendarDesk desk;
    private final WorkCalendars calendars;
    private final BusinessTime time;

    CalendarInput(Areas areas, CalendarDesk desk, WorkCalendars calendars, BusinessTime time) {
        this.areas = areas;
        this.desk = desk;
        this.calendars = calendars;
        this.time = time;
    }

    /** The holiday as it will be; {@code id} is 0 for a new one. */
    Holiday holiday(long id, HolidayForm form) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate day = parsed(form.day(), LocalDate::parse);
        if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            errors.add(FieldError.of("day", "casework.calendar.error.day"));
        }
        Holiday.Kind kind = Arrays.stream(Holiday.Kind.values())
                .filter(k -> k.name().equals(form.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            errors.add(FieldError.of("kind", "casework.calendar.error.kind"));
        }
        String area = area(form.area(), errors);
        if (errors.isEmpty() && (kind == Holiday.Kind.REGIONAL) == area.isEmpty()) {
            errors.add(FieldError.of(
                    "area",
                    area.isEmpty() ? "casework.calendar.error.area-missing" : "casework.calendar.error.area-of"));
        }
        String name = text(form.name(), "name", 3, 120, errors);
        String source = text(form.source(), "source", 3, 120, errors);
        refuse(errors);
        Holiday holiday = new Holiday(id, day, area, kind, name, source);
        if (desk.isTaken(holiday)) {
            throw InvalidInput.at("day", "casework.calendar.error.twice");
        }
        return holiday;
    }

    /** The stop as it will be; {@code was} is null for a new one. */
    ClockStop stop(ClockStop was, StopForm form, Actor by) {
        List<FieldError> errors = new ArrayList<>();
        String area = area(form.area(), errors);
        ZoneId zone = calendars.zone(area);
        Instant from = moment(form.from(), zone);
        if (from == null || Duration.between(from, time.now()).abs().compareTo(LONGEST_STOP) > 0) {
            errors.add(FieldError.of("from", "casework.calendar.error.from"));
        }
        Instant until = moment(form.until(), zone);
        if (until == null && !blank(form.until())) {
            errors.add(FieldError.of("until", "casework.calendar.error.until"));
        } else if (until != null
                && from != null
                && (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST_STOP) > 0)) {
            errors.add(FieldError.of("until", "casework.calendar.error.until-order"));
        }
        String reason = text(form.reason(), "reason", 10, 300, errors);
        refuse(errors);
        return new ClockStop(
                was == null ? 0 : was.id(),
                area,
                from,
                until,
                desk.countedUntil(from, until),
                reason,
                was == null ? by.accountId() : was.declaredBy());
    }

    private String area(String typed, List<FieldError> errors) {
        String code = typed == null ? "" : typed.strip().replace(".", "");
        if (!code.isEmpty()
                && (!AreaCode.isShaped(code) || areas.find(new AreaCode(code)).isEmpty())) {
            errors.add(FieldError.of("area", "casework.calendar.error.area"));
            return "";
        }
        return code;
    }

    private static String text(String typed, String field, int shortest, int longest, List<FieldError> errors) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() < shortest || text.length() > longest) {
            errors.add(FieldError.of(field, "casework.calendar.error.length", shortest, longest));
        }
        return text;
    }

    private static Instant moment(String typed, ZoneId zone) {
        LocalDateTime local = parsed(typed, LocalDateTime::parse);
        boolean sane = local != null && local.getYear() >= FIRST_YEAR && local.getYear() <= LAST_YEAR;
        return sane ? local.atZone(zone).toInstant() : null;
    }

    private static <T> T parsed(String typed, Function<CharSequence, T> reading) {
        try {
            return blank(typed) ? null : reading.apply(typed.strip());
        } catch (DateTimeParseException shapeless) {
            return null;
        }
    }

    private static boolean blank(String typed) {
        return typed == null || typed.isBlank();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /**
     * @param id key of the holiday, empty for a new one
     * @param shown the change whose effect the page has told
     * @param remove {@code true} takes it away
     */
    record HolidayForm(
            String id,
            String day,
            String area,
            String kind,
            String name,
            String source,
            String remove,
            String shown,
            String key) {}

    /** The same for a clock stop. */
    record StopForm(
            String id,
            String area,
            String from,
            String until,
            String reason,
            String remove,
            String shown,
            String key) {}
}
