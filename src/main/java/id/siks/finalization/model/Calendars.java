package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.finalization.Cadence;
import id.siks.platform.InvalidInput;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which calendar a regency follows and what dates it gives. Dates are data (glossary 5): nothing of them is code. */
@Component
public class Calendars {

    static final String USUAL = "DTKS_MONTHLY";
    private static final LocalTime CLOSING_TIME = LocalTime.of(23, 59);
    private static final LocalTime DECREE_TIME = LocalTime.of(16, 0);

    private final JdbcClient jdbc;

    Calendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets {@code regency} follow another calendar from the next period that is planned. */
    public void follow(AreaCode regency, String calendar, Cadence cadence) {
        if (days(calendar) == null) {
            throw InvalidInput.at("calendar", "finalization.error.calendar-unknown");
        }
        jdbc.sql(
                        """
                        insert into finalization.regency_calendar (regency_code, calendar, cadence)
                        values (:regency, :calendar, :cadence)
                        on conflict (regency_code) do update set calendar = excluded.calendar, cadence = excluded.cadence""")
                .param("regency", regency.value())
                .param("calendar", calendar)
                .param("cadence", cadence.name())
                .update();
    }

    /** How often {@code regency} sends a batch. */
    public Cadence cadenceOf(AreaCode regency) {
        return followed(regency).cadence();
    }

    /**
     * The dates of the period that closes in {@code month}.
     *
     * @param previousCutoff when the villages' lists of the period before close, or null when there is none
     */
    Dates dates(AreaCode regency, YearMonth month, ZoneId zone, Instant previousCutoff) {
        Followed followed = followed(regency);
        Days days = days(followed.calendar());
        YearMonth first = month.minusMonths(followed.cadence().months() - 1L);
        LocalDate village = month.atDay(days.village());
        LocalDate regencyDay = month.atDay(days.regency());
        return new Dates(
                month,
                followed.cadence(),
                followed.calendar(),
                opening(days, first, zone, previousCutoff),
                village.atTime(CLOSING_TIME).atZone(zone).toInstant(),
                regencyDay.atTime(CLOSING_TIME).atZone(zone).toInstant(),
                lastWeekday(month).atTime(DECREE_TIME).atZone(zone).toInstant());
    }

    private static Instant opening(Days days, YearMonth first, ZoneId zone, Instant previousCutoff) {
        if (days.opens() != null) {
            return first.atDay(days.opens()).atStartOfDay(zone).toInstant();
        }
        return previousCutoff != null
                ? previousCutoff
                : first.minusMonths(1)
                        .atDay(days.village())
                        .atTime(CLOSING_TIME)
                        .atZone(zone)
                        .toInstant();
    }

    private static LocalDate lastWeekday(YearMonth month) {
        LocalDate day = month.atEndOfMonth();
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** True when the next period of this calendar opens as soon as the villages' lists have closed. */
    public boolean isContinuous(String calendar) {
        return days(calendar).opens() == null;
    }

    private Followed followed(AreaCode regency) {
        return jdbc.sql("select calendar, cadence from finalization.regency_calendar where regency_code = :regency")
                .param("regency", regency.value())
                .query((row, number) ->
                        new Followed(row.getString("calendar"), Cadence.valueOf(row.getString("cadence"))))
                .optional()
                .orElse(new Followed(USUAL, Cadence.MONTHLY));
    }

    private Days days(String calendar) {
        return jdbc.sql("select opens_day, village_day, regency_day from finalization.calendar where code = :code")
                .param("code", calendar)
                .query((row, number) -> new Days(
                        row.getObject("opens_day", Integer.class),
                        row.getInt("village_day"),
                        row.getInt("regency_day")))
                .optional()
                .orElse(null);
    }

    private record Followed(String calendar, Cadence cadence) {}

    private record Days(Integer opens, int village, int regency) {}
}
