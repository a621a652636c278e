package id.siks.identity;

import id.siks.platform.Faults;
import id.siks.platform.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** From the first moment of a leave to the first moment after it. */
record LeaveSpan(Instant from, Instant until) {

    private static final int LONGEST_DAYS = 180;

    /** The days a page asked for. Faults stand at {@code firstDay} and {@code lastDay}. */
    static LeaveSpan asked(LeaveDesk.Asked asked, ZoneId zone, LocalDate today) {
        Faults faults = new Faults();
        LocalDate first = faults.of(() -> day("firstDay", asked.firstDay()));
        LocalDate last = faults.of(() -> day("lastDay", asked.lastDay()));
        faults.refuse();
        if (first.isBefore(today)) {
            throw InvalidInput.at("firstDay", "identity.leave.error.past");
        }
        if (last.isBefore(first)) {
            throw InvalidInput.at("lastDay", "identity.leave.error.order");
        }
        if (last.isAfter(first.plusDays(LONGEST_DAYS - 1L))) {
            throw InvalidInput.at("lastDay", "identity.leave.error.long", LONGEST_DAYS);
        }
        return new LeaveSpan(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text.strip());
            if (day.getYear() > 2999) {
                throw InvalidInput.at(field, "identity.leave.error.date");
            }
            return day;
        } catch (DateTimeParseException shapeless) {
            throw InvalidInput.at(field, "identity.leave.error.date");
        }
    }
}
