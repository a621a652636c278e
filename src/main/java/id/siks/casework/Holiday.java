package id.siks.casework;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day on which offices are closed.
 *
 * @param id its key, 0 while it is not saved
 * @param area where: the beginning of the area code, empty for the nation
 * @param name what is celebrated
 * @param source the decision it comes from, for example {@code SKB 1497/2/5 Tahun 2025}
 */
record Holiday(long id, LocalDate day, String area, Kind kind, String name, String source) implements CalendarLine {

    enum Kind {
        NATIONAL,
        /** Cuti bersama: civil servants are on leave together. */
        JOINT_LEAVE,
        REGIONAL
    }

    @Override
    public Instant begins() {
        return CalendarLine.firstMoment(day);
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
        return day + (area.isEmpty() ? "" : " " + area) + " " + kind + ": " + name + " (" + source + ")";
    }
}
