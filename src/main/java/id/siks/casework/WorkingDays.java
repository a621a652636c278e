package id.siks.casework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working-day calendar: Monday to Friday without the days of {@code casework.holiday}. */
@Component
class WorkingDays {

    private final JdbcClient jdbc;
    private volatile Set<LocalDate> holidays;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The {@code days}-th working day after {@code day}; for 0 the day itself or the first working day after it. */
    LocalDate after(LocalDate day, int days) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        for (int left = days; left > 0; left--) {
            do {
                found = found.plusDays(1);
            } while (!isWorkingDay(found));
        }
        return found;
    }

    boolean isWorkingDay(LocalDate day) {
        DayOfWeek name = day.getDayOfWeek();
        return name != DayOfWeek.SATURDAY
                && name != DayOfWeek.SUNDAY
                && !holidays().contains(day);
    }

    // Few rows, read once: the table changes with a migration or a new start.
    private Set<LocalDate> holidays() {
        Set<LocalDate> known = holidays;
        if (known == null) {
            List<LocalDate> days = jdbc.sql("select day from casework.holiday")
                    .query(LocalDate.class)
                    .list();
            known = new HashSet<>(days);
            holidays = known;
        }
        return known;
    }
}
