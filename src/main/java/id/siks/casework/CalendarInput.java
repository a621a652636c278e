package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.CardNumbers;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Sentences;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads what an administrator typed about a holiday, a clock stop or opening hours; everything wrong is said at its field. */
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
        return new Holiday(id, day, area, kind, name, source);
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
        CardNumbers.fault("reason", reason).ifPresent(errors::add);
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

    /** The week as it will be; {@code id} is 0 for a new one. */
    OfficeWeek week(long id, HoursForm form) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate from = season("from", form.from(), errors);
        LocalDate until = season("until", form.until(), errors);
        if (errors.isEmpty() && (from == null ? until != null : until == null || until.isBefore(from))) {
            errors.add(FieldError.of("until", "casework.calendar.error.season"));
        }
        String area = area(form.area(), errors);
        String source = text(form.source(), "source", 3, 120, errors);
        Map<DayOfWeek, OfficeHours> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours(form, day, errors).ifPresent(hours -> days.put(day, hours));
        }
        if (errors.isEmpty() && days.isEmpty()) {
            errors.add(FieldError.of(HoursForm.opens(DayOfWeek.MONDAY), "casework.calendar.error.no-day"));
        }
        refuse(errors);
        return new OfficeWeek(id, area, from, until, days, source);
    }

    private static LocalDate season(String field, String typed, List<FieldError> errors) {
        LocalDate day = parsed(typed, LocalDate::parse);
        if (day == null && !blank(typed) || day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            errors.add(FieldError.of(field, "casework.calendar.error.day"));
        }
        return day;
    }

    /** The hours of a weekday, empty when nothing is typed; wrong ones are said at the field where it opens. */
    private static Optional<OfficeHours> hours(HoursForm form, DayOfWeek day, List<FieldError> errors) {
        List<String> typed = HoursForm.fields(day).stream().map(form::get).toList();
        if (typed.stream().allMatch(CalendarInput::blank)) {
            return Optional.empty();
        }
        List<LocalTime> times = new ArrayList<>();
        typed.forEach(text -> times.add(minute(text)));
        OfficeHours hours = new OfficeHours(times.get(0), times.get(1), times.get(2), times.get(3));
        boolean readable = typed.stream().allMatch(text -> blank(text) || minute(text) != null);
        if (!readable || !hours.isInOrder()) {
            String name = day.getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale());
            errors.add(FieldError.of(HoursForm.opens(day), "casework.calendar.error.hours", name));
        }
        return Optional.of(hours);
    }

    private static LocalTime minute(String typed) {
        LocalTime time = parsed(typed, LocalTime::parse);
        return time == null ? null : time.truncatedTo(ChronoUnit.MINUTES);
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
        if (Sentences.isShort(text, shortest) || text.length() > longest) {
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
