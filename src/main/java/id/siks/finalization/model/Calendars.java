package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.casework.Deadlines;
import id.siks.finalization.Cadence;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which calendar a regency follows and what dates it gives. Dates are data (glossary 5): nothing of them is code. */
@Component
public class Calendars {

    static final String USUAL = "DTKS_MONTHLY";
    private static final LocalTime CLOSING_TIME = LocalTime.of(23, 59);
    private static final LocalTime DECREE_TIME = LocalTime.of(16, 0);

    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    Calendars(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    /** Codes of the calendars there are. */
    public List<String> codes() {
        return jdbc.sql("select code from finalization.calendar order by code")
                .query(String.class)
                .list();
    }

    /** Nobody else chooses for the regency until the transaction ends. */
    public void lock(AreaCode regency) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('finalization.calendar ' || :regency, 0))")
                .param("regency", regency.value())
                .query((row, number) -> true)
                .single();
    }

    /** Lets {@code regency} follow another calendar from the next period that is planned, and keeps who said so and why. */
    public void follow(AreaCode regency, String calendar, Cadence cadence, String sentence, long by, Instant at) {
        jdbc.sql(
                        """
                        insert into finalization.regency_calendar (regency_code, calendar, cadence)
                        values (:regency, :calendar, :cadence)
                        on conflict (regency_code) do update set calendar = excluded.calendar, cadence = excluded.cadence""")
                .param("regency", regency.value())
                .param("calendar", calendar)
                .param("cadence", cadence.name())
                .update();
        jdbc.sql(
                        """
                        insert into finalization.calendar_choice
                          (regency_code, calendar, cadence, sentence, chosen_by, chosen_at)
                        values (:regency, :calendar, :cadence, :sentence, :by, :at)""")
                .param("regency", regency.value())
                .param("calendar", calendar)
                .param("cadence", cadence.name())
                .param("sentence", sentence)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Every choice made for {@code regency}, latest first, at most 50. */
    public List<Choice> choices(AreaCode regency) {
        return jdbc.sql(
                        """
                        select * from finalization.calendar_choice
                        where regency_code = :regency order by calendar_choice_id desc limit 50""")
                .param("regency", regency.value())
                .query((row, number) -> new Choice(
                        row.getLong("calendar_choice_id"),
                        new Followed(row.getString("calendar"), Cadence.valueOf(row.getString("cadence"))),
                        row.getString("sentence"),
                        row.getLong("chosen_by"),
                        row.getTimestamp("chosen_at").toInstant()))
                .list();
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
        return dates(regency, followed(regency), month, zone, previousCutoff);
    }

    /** The same for a calendar that is not followed yet. */
    Dates dates(AreaCode regency, Followed followed, YearMonth month, ZoneId zone, Instant previousCutoff) {
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
                lastWorkingDay(regency, month, zone)
                        .atTime(DECREE_TIME)
                        .atZone(zone)
                        .toInstant());
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

    /** The last day of the month on which offices of the regency open, holidays left out (glossary 5). */
    private LocalDate lastWorkingDay(AreaCode regency, YearMonth month, ZoneId zone) {
        Instant end = month.atEndOfMonth().atTime(DECREE_TIME).atZone(zone).toInstant();
        return LocalDate.ofInstant(deadlines.clock(regency.value()).before(end, 0), zone);
    }

    /** True when the next period of this calendar opens as soon as the villages' lists have closed. */
    public boolean isContinuous(String calendar) {
        return days(calendar).opens() == null;
    }

    /** What {@code regency} follows now. */
    public Followed followed(AreaCode regency) {
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

    /** A calendar and how often a batch is sent by it. */
    public record Followed(String calendar, Cadence cadence) {}

    /** One choice of a calendar, by whom and why. */
    public record Choice(long id, Followed followed, String sentence, long by, Instant at) {}

    private record Days(Integer opens, int village, int regency) {}
}
