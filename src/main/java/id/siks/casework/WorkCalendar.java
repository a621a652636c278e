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
    private final List<OfficeHours> hours;
    private final List<ClockStop> stops;
    private final Map<LocalDate, List<Holiday>> byDay;

    WorkCalendar(List<Holiday> holidays, List<OfficeHours> hours, List<ClockStop> stops) {
        this.holidays = List.copyOf(holidays);
        // A season wins over what holds always.
        this.hours = hours.stream()
                .sorted(Comparator.comparing(OfficeHours::isSeasonal).reversed())
                .toList();
        this.stops =
                stops.stream().sorted(Comparator.comparing(ClockStop::from)).toList();
        this.byDay = holidays.stream().collect(Collectors.groupingBy(Holiday::day));
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
        return new WorkCalendar(replaced(holidays, h -> h.id() == holiday.id(), holiday), hours, stops);
    }

    WorkCalendar without(Holiday holiday) {
        return new WorkCalendar(replaced(holidays, h -> h.id() == holiday.id(), null), hours, stops);
    }

    /** The same calendar with this stop instead of the one with its key. */
    WorkCalendar with(ClockStop stop) {
        return new WorkCalendar(holidays, hours, replaced(stops, s -> s.id() == stop.id(), stop));
    }

    WorkCalendar without(ClockStop stop) {
        return new WorkCalendar(holidays, hours, replaced(stops, s -> s.id() == stop.id(), null));
    }

    private Optional<OfficeHours> hoursOn(LocalDate day, String area) {
        if (byDay.getOrDefault(day, List.of()).stream().anyMatch(h -> h.holdsIn(area))) {
            return Optional.empty();
        }
        return hours.stream().filter(h -> h.holdsOn(day)).findFirst();
    }

    private static <T> List<T> replaced(List<T> all, Predicate<T> old, T now) {
        List<T> changed = new ArrayList<>(all.stream().filter(old.negate()).toList());
        if (now != null) {
            changed.add(now);
        }
        return changed;
    }
}
