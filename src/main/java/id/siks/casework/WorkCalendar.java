package id.siks.casework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calendar as it stands: holidays, hours, clock stops. It never changes; a change makes another one. */
final class WorkCalendar {

    private final List<CalendarLine> lines;
    private final List<OfficeWeek> weeks;
    private final List<ClockStop> stops;
    private final Map<LocalDate, List<Holiday>> byDay;

    WorkCalendar(List<Holiday> holidays, List<OfficeWeek> weeks, List<ClockStop> stops) {
        this(Stream.of(holidays, weeks, stops)
                .<CalendarLine>flatMap(List::stream)
                .toList());
    }

    private WorkCalendar(List<CalendarLine> lines) {
        this.lines = lines;
        this.weeks = all(OfficeWeek.class).sorted(OfficeWeek.FIRST_WINS).toList();
        this.stops = all(ClockStop.class)
                .sorted(Comparator.comparing(ClockStop::from))
                .toList();
        this.byDay = all(Holiday.class).collect(Collectors.groupingBy(Holiday::day));
    }

    private <T extends CalendarLine> Stream<T> all(Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast);
    }

    List<Holiday> holidays() {
        return all(Holiday.class).toList();
    }

    List<OfficeWeek> weeks() {
        return weeks;
    }

    List<ClockStop> stops() {
        return stops;
    }

    /** The clock of a place; {@code area} is an area code or the beginning of one. */
    WorkClock at(String area, ZoneId zone) {
        return new WorkClock(
                zone,
                day -> hoursOn(day, area),
                stops.stream().filter(stop -> stop.holdsIn(area)).toList());
    }

    /** The same calendar with this line instead of the one with its key. */
    WorkCalendar with(CalendarLine line) {
        return new WorkCalendar(Stream.concat(others(line), Stream.of(line)).toList());
    }

    /** The same calendar without the line of that kind and key. */
    WorkCalendar without(CalendarLine line) {
        return new WorkCalendar(others(line).toList());
    }

    private Stream<CalendarLine> others(CalendarLine line) {
        return lines.stream().filter(other -> !line.replaces(other));
    }

    /** True when it has this line, as it is. */
    boolean has(CalendarLine line) {
        return lines.contains(line);
    }

    /** True when another holiday has this day in this very area. */
    boolean hasTwin(Holiday holiday) {
        return byDay.getOrDefault(holiday.day(), List.of()).stream()
                .anyMatch(h -> h.id() != holiday.id() && h.area().equals(holiday.area()));
    }

    /** Another week of which it is not clear whether it or this one holds; empty when there is none. */
    Optional<OfficeWeek> crossing(OfficeWeek week) {
        return weeks.stream()
                .filter(w -> w.id() != week.id() && w.crosses(week))
                .findFirst();
    }

    /** True when somebody works everywhere: without the last week there might be no day to be due on. */
    boolean isWhole() {
        return weeks.stream().anyMatch(OfficeWeek::isLast);
    }

    private Optional<OfficeHours> hoursOn(LocalDate day, String area) {
        if (byDay.getOrDefault(day, List.of()).stream().anyMatch(h -> h.holdsIn(area))) {
            return Optional.empty();
        }
        return weeks.stream()
                .filter(week -> week.holdsIn(area) && week.holdsOn(day))
                .findFirst()
                .flatMap(week -> week.on(day.getDayOfWeek()));
    }
}
