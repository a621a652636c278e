package id.siks.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The working time of one place. Working days are those on which its offices open; working time passes while they are
 * open, not in the break and not while a clock stop lasts.
 */
public final class WorkClock {

    // Ten years: a calendar in which nobody ever works is a fault, not something to search forever.
    private static final int FARTHEST = 3660;

    private final ZoneId zone;
    private final Function<LocalDate, Optional<OfficeHours>> hours;
    private final List<ClockStop> stops;

    WorkClock(ZoneId zone, Function<LocalDate, Optional<OfficeHours>> hours, List<ClockStop> stops) {
        this.zone = zone;
        this.hours = hours;
        this.stops = stops;
    }

    /** Whether offices open on that day; a stop makes no difference. */
    public boolean isWorkingDay(LocalDate day) {
        return hours.apply(day).isPresent();
    }

    /** Whether a declared stop holds at that moment. */
    public boolean isStopped(Instant moment) {
        return stops.stream().anyMatch(stop -> stop.holdsAt(moment));
    }

    /** Whether a stop without an end was not counted on to that moment: due dates here are about to move. */
    boolean isBehind(Instant moment) {
        return stops.stream()
                .anyMatch(stop -> stop.isOpen() && !stop.countedUntil().isAfter(moment));
    }

    /**
     * The moment offices close on the {@code days}-th working day after {@code from}, later by the working time that
     * stops take away until then. What arrives on a free day counts as having arrived on the next working day.
     *
     * @param days how many working days, 0 for the same day
     */
    public Instant after(Instant from, int days) {
        return laterByStops(from, closing(lastDay(from, days)));
    }

    /**
     * The moment offices close on the {@code days}-th working day after the day on which something was {@code due}, later
     * by the working time that stops take away until then. Whatever the hour, that day counts for none.
     *
     * @param days how many working days, 0 for the due date itself
     */
    public Instant past(Instant due, int days) {
        return days == 0 ? due : laterByStops(due, closing(later(dayOf(due), days)));
    }

    private Instant laterByStops(Instant from, Instant plain) {
        boolean stopped = stops.stream()
                .anyMatch(s -> s.countedUntil().isAfter(from) && s.from().isBefore(plain));
        return stopped ? fullMinute(plus(from, worked(from, plain, List.of()))) : plain;
    }

    // A task that comes during a stop would else be due at a fraction of a second.
    static Instant fullMinute(Instant moment) {
        Instant minute = moment.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(moment) ? moment : minute.plus(1, ChronoUnit.MINUTES);
    }

    /**
     * The moment offices open on the {@code days}-th working day before the day of {@code moment}.
     *
     * @param days how many working days, 0 for the same day, or the last working day before it when it is a free one
     */
    public Instant before(Instant moment, int days) {
        LocalDate day = dayOf(moment);
        for (int left = days; left > 0; left--) {
            day = nearest(day.minusDays(1), -1);
        }
        return opening(nearest(day, -1));
    }

    /** Working time that passes from one moment to a later one; zero when it is not later. */
    public Duration between(Instant from, Instant until) {
        return worked(from, until, stops);
    }

    /** The moment at which {@code work} has passed since {@code from}. */
    public Instant plus(Instant from, Duration work) {
        Duration left = work;
        LocalDate day = dayOf(from);
        for (int i = 0; i < FARTHEST; i++, day = day.plusDays(1)) {
            for (Span span : spans(day, stops)) {
                Span usable = span.from(from);
                if (usable.length().compareTo(left) >= 0) {
                    return usable.start().plus(left);
                }
                left = left.minus(usable.length());
            }
        }
        throw new IllegalStateException("The calendar has no working time after " + from);
    }

    /** How many working days lead from {@code from} to {@code due} by this calendar; empty when none does exactly. */
    OptionalInt daysTo(Instant from, Instant due) {
        int least = 0;
        int most = (int) Math.max(0, dayOf(due).toEpochDay() - dayOf(from).toEpochDay());
        // More days never end earlier, so that half of them can be left out at a time.
        while (least < most) {
            int days = (least + most) / 2;
            if (after(from, days).isBefore(due)) {
                least = days + 1;
            } else {
                most = days;
            }
        }
        return after(from, least).equals(due) ? OptionalInt.of(least) : OptionalInt.empty();
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private LocalDate lastDay(Instant from, int days) {
        LocalDate day = later(nearest(dayOf(from), 1), days);
        // Nobody can do on the same day what arrives after closing time.
        return closing(day).isAfter(from) ? day : nearest(day.plusDays(1), 1);
    }

    private LocalDate later(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; left--) {
            day = nearest(day.plusDays(1), 1);
        }
        return day;
    }

    private LocalDate nearest(LocalDate day, int step) {
        return Stream.iterate(day, d -> d.plusDays(step))
                .limit(FARTHEST)
                .filter(this::isWorkingDay)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The calendar has no working day near " + day));
    }

    private Instant opening(LocalDate day) {
        return at(day, hours.apply(day).orElseThrow().opens());
    }

    /** When offices close on a working day. */
    public Instant closing(LocalDate day) {
        return at(day, hours.apply(day).orElseThrow().closes());
    }

    private Duration worked(Instant from, Instant until, List<ClockStop> without) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = dayOf(from); !day.isAfter(dayOf(until)); day = day.plusDays(1)) {
            for (Span span : spans(day, without)) {
                sum = sum.plus(span.from(from).until(until).length());
            }
        }
        return sum;
    }

    private List<Span> spans(LocalDate day, List<ClockStop> without) {
        List<Span> spans = hours.apply(day)
                .map(h -> h.hasBreak()
                        ? List.of(
                                new Span(at(day, h.opens()), at(day, h.breakFrom())),
                                new Span(at(day, h.breakUntil()), at(day, h.closes())))
                        : List.of(new Span(at(day, h.opens()), at(day, h.closes()))))
                .orElse(List.of());
        for (ClockStop stop : without) {
            spans = spans.stream().flatMap(span -> span.outside(stop)).toList();
        }
        return spans;
    }

    private Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(zone).toInstant();
    }

    /** A stretch of working time; empty when it ends before it begins. */
    private record Span(Instant start, Instant end) {

        Duration length() {
            return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
        }

        Span from(Instant moment) {
            return moment.isAfter(start) ? new Span(moment, end) : this;
        }

        Span until(Instant moment) {
            return moment.isBefore(end) ? new Span(start, moment) : this;
        }

        /** What remains of it on both sides of a stop. */
        Stream<Span> outside(ClockStop stop) {
            List<Span> sides = new ArrayList<>(List.of(until(stop.from()), from(stop.countedUntil())));
            sides.removeIf(side -> side.length().isZero());
            return sides.stream();
        }
    }
}
