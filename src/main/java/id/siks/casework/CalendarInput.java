package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Faults;
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
        Faults faults = new Faults();
        LocalDate day = parsed(form.day(), LocalDate::parse);
        if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            faults.add("day", "casework.calendar.error.day");
        }
        Holiday.Kind kind = Arrays.stream(Holiday.Kind.values())
                .filter(k -> k.name().equals(form.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            faults.add("kind", "casework.calendar.error.kind");
        }
        String area = area(form.area(), faults);
        if (faults.isEmpty() && (kind == Holiday.Kind.REGIONAL) == area.isEmpty()) {
            faults.add(
                    "area",
                    area.isEmpty() ? "casework.calendar.error.area-missing" : "casework.calendar.error.area-of");
        }
        String name = faults.of(() -> Sentences.required("name", form.name(), 3, 120));
        String source = faults.of(() -> Sentences.required("source", form.source(), 3, 120));
        faults.refuse();
        return new Holiday(id, day, area, kind, name, source);
    }

    /** The stop as it will be; {@code was} is null for a new one. */
    ClockStop stop(ClockStop was, StopForm form, Actor by) {
        Faults faults = new Faults();
        String area = area(form.area(), faults);
        ZoneId zone = calendars.zone(area);
        Instant from = moment(form.from(), zone);
        if (from == null || Duration.between(from, time.now()).abs().compareTo(LONGEST_STOP) > 0) {
            faults.add("from", "casework.calendar.error.from");
        }
        Instant until = moment(form.until(), zone);
        if (until == null && !blank(form.until())) {
            faults.add("until", "casework.calendar.error.until");
        } else if (until != null
                && from != null
                && (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST_STOP) > 0)) {
            faults.add("until", "casework.calendar.error.until-order");
        }
        String reason = faults.of(() -> Sentences.required("reason", form.reason(), 10, 300));
        faults.refuse();
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
        Faults faults = new Faults();
        LocalDate from = season("from", form.from(), faults);
        LocalDate until = season("until", form.until(), faults);
        if (faults.isEmpty() && (from == null ? until != null : until == null || until.isBefore(from))) {
            faults.add("until", "casework.calendar.error.season");
        }
        String area = area(form.area(), faults);
        String source = faults.of(() -> Sentences.required("source", form.source(), 3, 120));
        Map<DayOfWeek, OfficeHours> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours(form, day, faults).ifPresent(hours -> days.put(day, hours));
        }
        if (faults.isEmpty() && days.isEmpty()) {
            faults.add(HoursForm.opens(DayOfWeek.MONDAY), "casework.calendar.error.no-day");
        }
        faults.refuse();
        return new OfficeWeek(id, area, from, until, days, source);
    }

    private static LocalDate season(String field, String typed, Faults faults) {
        LocalDate day = parsed(typed, LocalDate::parse);
        if (day == null && !blank(typed) || day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            faults.add(field, "casework.calendar.error.day");
        }
        return day;
    }

    /** The hours of a weekday, empty when nothing is typed; wrong ones are said at the field where it opens. */
    private static Optional<OfficeHours> hours(HoursForm form, DayOfWeek day, Faults faults) {
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
            faults.add(HoursForm.opens(day), "casework.calendar.error.hours", name);
        }
        return Optional.of(hours);
    }

    private static LocalTime minute(String typed) {
        LocalTime time = parsed(typed, LocalTime::parse);
        return time == null ? null : time.truncatedTo(ChronoUnit.MINUTES);
    }

    private String area(String typed, Faults faults) {
        String code = typed == null ? "" : typed.strip().replace(".", "");
        if (!code.isEmpty()
                && (!AreaCode.isShaped(code) || areas.find(new AreaCode(code)).isEmpty())) {
            faults.add("area", "casework.calendar.error.area");
            return "";
        }
        return code;
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
