package id.siks.casework;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When offices work, by weekday.
 *
 * @param id its key, 0 while it is not saved
 * @param area where: the beginning of the area code, empty for the nation
 * @param fromDay first day of the season, or null when it holds always
 * @param untilDay last day of the season, or null
 * @param days the hours of each working day; a weekday that is absent is free
 * @param source the decision it comes from, for example {@code Perpres 21/2023}
 */
record OfficeWeek(
        long id, String area, LocalDate fromDay, LocalDate untilDay, Map<DayOfWeek, OfficeHours> days, String source)
        implements CalendarLine {

    /** Which of several wins: a season over what holds always, then the smaller area, then the shorter season. */
    static final Comparator<OfficeWeek> FIRST_WINS = Comparator.comparing(OfficeWeek::isSeasonal)
            .thenComparing(week -> week.area.length())
            .reversed()
            .thenComparing(OfficeWeek::length);

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    public boolean isSeasonal() {
        return fromDay != null;
    }

    /** True for the week that is there when no other is: it always holds everywhere. */
    public boolean isLast() {
        return !isSeasonal() && area.isEmpty();
    }

    /** True when it holds on some day of the year. */
    boolean isOf(int year) {
        return !isSeasonal() || fromDay.getYear() <= year && untilDay.getYear() >= year;
    }

    boolean holdsOn(LocalDate day) {
        return !isSeasonal() || !day.isBefore(fromDay) && !day.isAfter(untilDay);
    }

    /** The hours of a weekday; empty when it is free. */
    Optional<OfficeHours> on(DayOfWeek day) {
        return Optional.ofNullable(days.get(day));
    }

    /** True when it is never clear which of the two holds: in one area, one is no part of the other. */
    boolean crosses(OfficeWeek other) {
        if (!area.equals(other.area) || isSeasonal() != other.isSeasonal()) {
            return false;
        }
        if (!isSeasonal()) {
            return true;
        }
        boolean touch = !untilDay.isBefore(other.fromDay) && !fromDay.isAfter(other.untilDay);
        return touch && (!isWithin(other) && !other.isWithin(this) || length() == other.length());
    }

    private boolean isWithin(OfficeWeek other) {
        return !fromDay.isBefore(other.fromDay) && !untilDay.isAfter(other.untilDay);
    }

    private long length() {
        return isSeasonal() ? ChronoUnit.DAYS.between(fromDay, untilDay) : Long.MAX_VALUE;
    }

    /** Days that follow each other with the same hours, as they are shown, in the order of the week. */
    public List<Line> lines(Locale language) {
        List<Line> lines = new ArrayList<>();
        DayOfWeek first = null;
        for (DayOfWeek day : DayOfWeek.values()) {
            OfficeHours hours = days.get(day);
            first = first == null || !on(day.minus(1)).equals(on(day)) ? day : first;
            boolean ends = day == DayOfWeek.SUNDAY || !on(day.plus(1)).equals(on(day));
            if (hours != null && ends) {
                lines.add(new Line(span(first, day, language), hours.inWords()));
            }
        }
        return lines;
    }

    private static String span(DayOfWeek first, DayOfWeek last, Locale language) {
        String from = first.getDisplayName(TextStyle.FULL, language);
        return first == last ? from : from + "–" + last.getDisplayName(TextStyle.FULL, language);
    }

    /** What holds always held when the oldest open task came. */
    @Override
    public Instant begins() {
        return isSeasonal() ? CalendarLine.firstMoment(fromDay) : Instant.EPOCH;
    }

    @Override
    public void save(CalendarRows rows) {
        rows.save(this);
    }

    @Override
    public void delete(CalendarRows rows) {
        rows.delete(this);
    }

    @Override
    public String inWords() {
        String when = isSeasonal() ? fromDay + "/" + untilDay + " " : "";
        return when + (area.isEmpty() ? "" : area + " ")
                + lines(INDONESIAN).stream()
                        .map(line -> line.days() + " " + line.hours())
                        .collect(Collectors.joining("; "))
                + " (" + source + ")";
    }

    /** Weekdays and their hours in words. */
    record Line(String days, String hours) {}
}
