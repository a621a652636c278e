package id.siks.casework;

import java.time.Instant;

/**
 * A declared outage or freeze: while it lasts no working time passes there.
 *
 * @param id its key, 0 while it is not saved
 * @param area where: the beginning of the area code, empty for the nation
 * @param until when it ended or will end, or null while nobody knows
 * @param countedUntil how far due dates make room for it: its end, or how far an open one was counted so far
 * @param declaredBy account id
 */
record ClockStop(
        long id, String area, Instant from, Instant until, Instant countedUntil, String reason, long declaredBy)
        implements CalendarLine {

    public boolean isOpen() {
        return until == null;
    }

    boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    /** The open stop, counted as far as {@code moment}. */
    ClockStop countedTo(Instant moment) {
        return new ClockStop(id, area, from, until, moment, reason, declaredBy);
    }

    @Override
    public Instant begins() {
        return from;
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
        String end = until == null ? "?" : until.toString();
        return from + " – " + end + (area.isEmpty() ? "" : " " + area) + ": " + reason;
    }
}
