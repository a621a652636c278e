package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The calendar that is delivered, against the table of examples worked by hand. */
@EngineTest
class WorkClockTests {

    private static final ZoneId MAKASSAR = ZoneId.of("Asia/Makassar");

    @Autowired
    CalendarRows rows;

    @Autowired
    WorkCalendars calendars;

    @ParameterizedTest(name = "{6}")
    @CsvFileSource(resources = "/casework/working-time.csv", useHeadersInDisplayName = true)
    void a_worked_example(
            String place, String from, Integer days, String until, String worked, String stops, String why) {
        ZoneId zone = calendars.zone(place);
        WorkClock clock = calendar(stops, zone).at(place, zone);
        if (days != null) {
            assertThat(clock.after(moment(from, zone), days)).as(why).isEqualTo(moment(until, zone));
            // What arrives after closing time is due as late with no day as with one.
            int counted = clock.daysTo(moment(from, zone), moment(until, zone)).orElseThrow();
            assertThat(clock.after(moment(from, zone), counted))
                    .as("counted back: " + why)
                    .isEqualTo(moment(until, zone));
        } else {
            assertThat(clock.between(moment(from, zone), moment(until, zone)))
                    .as(why)
                    .isEqualTo(duration(worked));
        }
    }

    @Test
    void before_a_day_counts_back_over_what_is_free_to_when_offices_open() {
        WorkClock clock = calendars.at("1804");
        Instant monday = Instant.parse("2026-12-28T09:00:00Z");
        assertThat(clock.before(monday, 1)).isEqualTo("2026-12-23T00:30:00Z");
        assertThat(clock.before(monday, 0)).isEqualTo("2026-12-28T00:30:00Z");
        Instant saturdayNight = Instant.parse("2026-11-07T16:59:00Z");
        assertThat(clock.before(saturdayNight, 0)).isEqualTo("2026-11-06T00:30:00Z");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-11-05T16:00, 0, 2026-11-05T16:00, no day: the due date itself",
        "2026-11-05T16:00, 1, 2026-11-06T16:30, one day: Friday when offices close",
        "2026-11-05T16:00, 2, 2026-11-09T16:00, the second is Monday",
        "2026-11-05T09:30, 1, 2026-11-06T16:30, due in the morning after a stop: that day counts for none",
        "2026-11-05T23:59, 0, 2026-11-05T23:59, a cut-off at midnight",
        "2026-11-05T23:59, 1, 2026-11-06T16:30, one day after it",
        "2026-11-07T23:59, 1, 2026-11-09T16:00, a cut-off on Saturday: one day after it is Monday",
        "2026-12-23T16:00, 1, 2026-12-28T16:00, Christmas is between"
    })
    void so_many_days_past_a_due_date(String due, int days, String until, String why) {
        WorkClock clock = calendars.at("1804");
        ZoneId zone = calendars.zone("1804");
        assertThat(clock.past(moment(due, zone), days)).as(why).isEqualTo(moment(until, zone));
    }

    @Test
    void a_stop_after_a_due_date_takes_its_time_from_the_ladder() {
        ZoneId zone = calendars.zone("1804");
        WorkClock clock = calendar("@2026-11-06T08:00/2026-11-06T10:00", zone).at("1804", zone);
        Instant due = moment("2026-11-05T16:00", zone);
        assertThat(clock.past(due, 0)).isEqualTo(due);
        assertThat(clock.past(due, 1)).isEqualTo(moment("2026-11-09T09:30", zone));
    }

    @Test
    void a_date_set_by_hand_is_no_number_of_days() {
        WorkClock clock = calendars.at("1804");
        assertThat(clock.daysTo(Instant.parse("2026-11-02T03:00:00Z"), Instant.parse("2026-11-04T05:00:00Z")))
                .isEmpty();
    }

    @Test
    void a_season_wins_then_the_smaller_area_then_the_shorter_season() {
        WorkCalendar calendar = rows.read()
                .with(week(-1, "52", null, null, 9))
                .with(week(-2, "", "2031-03-01", "2031-03-31", 10))
                .with(week(-3, "5201", "2031-03-01", "2031-03-31", 11))
                .with(week(-4, "5201", "2031-03-10", "2031-03-12", 12));
        assertThat(closing(calendar, "5201", 4)).isEqualTo(11);
        assertThat(closing(calendar, "5201", 11)).isEqualTo(12);
        assertThat(closing(calendar, "5202", 11)).isEqualTo(10);
        // Outside the season, and a day on which only the nation's hours would open.
        assertThat(calendar.at("5201", MAKASSAR).isWorkingDay(LocalDate.of(2031, 4, 2)))
                .isFalse();
        assertThat(calendar.at("7371", MAKASSAR).isWorkingDay(LocalDate.of(2031, 4, 2)))
                .isTrue();
    }

    /** A week in which offices work on Tuesdays from seven to {@code closes}. */
    private static OfficeWeek week(long id, String area, String from, String until, int closes) {
        OfficeHours hours = new OfficeHours(LocalTime.of(7, 0), null, null, LocalTime.of(closes, 0));
        return new OfficeWeek(
                id,
                area,
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                Map.of(DayOfWeek.TUESDAY, hours),
                "Uji");
    }

    private static int closing(WorkCalendar calendar, String area, int day) {
        return calendar.at(area, MAKASSAR)
                .closing(LocalDate.of(2031, 3, day))
                .atZone(MAKASSAR)
                .getHour();
    }

    @Test
    void every_year_has_as_many_days_as_its_decree_says() {
        assertThat(count(2024, Holiday.Kind.NATIONAL))
                .as("17 and two elections")
                .isEqualTo(19);
        assertThat(count(2024, Holiday.Kind.JOINT_LEAVE)).isEqualTo(10);
        assertThat(count(2025, Holiday.Kind.NATIONAL)).isEqualTo(17);
        assertThat(count(2025, Holiday.Kind.JOINT_LEAVE))
                .as("ten and 18 August")
                .isEqualTo(11);
        assertThat(count(2026, Holiday.Kind.NATIONAL)).isEqualTo(17);
        assertThat(count(2026, Holiday.Kind.JOINT_LEAVE)).isEqualTo(8);
        assertThat(rows.holidays()).allSatisfy(h -> assertThat(h.source()).isNotBlank());
        assertThat(calendars.at("1804").isWorkingDay(LocalDate.of(2027, 8, 17))).isFalse();
    }

    private long count(int year, Holiday.Kind kind) {
        return rows.holidays().stream()
                .filter(h -> h.day().getYear() == year && h.kind() == kind)
                .count();
    }

    private WorkCalendar calendar(String stops, ZoneId zone) {
        WorkCalendar calendar = rows.read();
        if (stops != null) {
            long id = -1;
            for (String stop : stops.split("\\|")) {
                String[] parts = stop.split("[@/]");
                Instant until = moment(parts[2], zone);
                calendar = calendar.with(new ClockStop(id--, parts[0], moment(parts[1], zone), until, until, "Uji", 1));
            }
        }
        return calendar;
    }

    private static Instant moment(String text, ZoneId zone) {
        return text.endsWith("Z")
                ? Instant.parse(text.replace("Z", ":00Z"))
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    private static Duration duration(String text) {
        String[] parts = text.split(":");
        return Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
    }
}
