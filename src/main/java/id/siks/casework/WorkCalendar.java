package id.siks.casework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The calendar as it stands: holidays, hours, clock stops. It never changes; a change makes another one. */
final class WorkCalendar {

    private final List<Holiday> holidays;
    private final List<OfficeWeek> weeks;
    private final List<ClockStop> stops;
    private final Map<LocalDate, List<Holiday>> byDay;

    WorkCalendar(List<Holiday> holidays, List<OfficeWeek> weeks, List<ClockStop> stops) {
        this.holidays = List.copyOf(holidays);
        this.weeks = weeks.stream().sorted(OfficeWeek.FIRST_WINS).toList();
        this.stops =
                stops.stream().sorted(Comparator.comparing(ClockStop::from)).toList();
        this.byDay = holidays.stream().collect(Collectors.groupingBy(Holiday::day));
    }

    List<Holiday> holidays() {
        return holidays;
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

    /** The same calendar with this holiday instead of the one with its key. */
    WorkCalendar with(Holiday holiday) {
        return new WorkCalendar(replaced(holidays, h -> h.id() == holiday.id(), holiday), weeks, stops);
    }

    WorkCalendar without(Holiday holiday) {
        return new WorkCalendar(replaced(holidays, h -> h.id() == holiday.id(), null), weeks, stops);
    }

    /** The same calendar with this stop instead of the one with its key. */
    WorkCalendar with(ClockStop stop) {
        return new WorkCalendar(holidays, weeks, replaced(stops, s -> s.id() == stop.id(), stop));
    }

    WorkCalendar without(ClockStop stop) {
        return new WorkCalendar(holidays, weeks, replaced(stops, s -> s.id() == stop.id(), null));
    }

    /** The same calendar with this week instead of the one with its key. */
    WorkCalendar with(OfficeWeek week) {
        return new WorkCalendar(holidays, replaced(weeks, w -> w.id() == week.id(), week), stops);
    }

    WorkCalendar without(OfficeWeek week) {
        return new WorkCalendar(holidays, replaced(weeks, w -> w.id() == week.id(), null), stops);
    }

    /** True when it has this holiday, as it is. */
    boolean has(Holiday holiday) {
        return holidays.contains(holiday);
    }

    /** The same of a stop. */
    boolean has(ClockStop stop) {
        return stops.contains(stop);
    }

    /** The same of a week. */
    boolean has(OfficeWeek week) {
        return weeks.contains(week);
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

    private static <T> List<T> replaced(List<T> all, Predicate<T> old, T now) {
        List<T> changed = new ArrayList<>(all.stream().filter(old.negate()).toList());
        if (now != null) {
            changed.add(now);
        }
        return changed;
    }
}
