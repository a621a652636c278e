package id.siks.worklist.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.casework.Deadlines;
import id.siks.casework.WorkClock;
import id.siks.worklist.notice.NoticeSettings;
import id.siks.worklist.notice.Rhythm;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** When mail waits and until when, by the calendar of the nation: worked examples in three zones. */
@EngineTest
class QuietTimeTests {

    @Autowired
    Deadlines deadlines;

    @ParameterizedTest(name = "{7}: {5} -> {6}")
    @CsvFileSource(resources = "/worklist/quiet-time.csv")
    void mail_waits_for_the_end_of_the_quiet_time(
            String zone, String area, int from, int until, boolean freeDays, String wish, String allowed, String why) {
        QuietTime quiet = quiet(zone, area, 7, from, until, freeDays);

        assertThat(wall(quiet.endsAfter(at(wish, zone)), zone)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T06:59, 2026-11-25T07:00",
        "2026-11-25T07:00, 2026-11-26T07:00",
        "2026-11-26T23:00, 2026-11-27T07:00",
        "2026-11-27T07:00, 2026-11-30T07:00",
        "2026-12-23T12:00, 2026-12-28T07:00",
        "2026-12-31T12:00, 2027-01-04T07:00"
    })
    void the_daily_mail_keeps_its_hour_and_leaves_out_free_days(String now, String next) {
        QuietTime quiet = quiet("Asia/Makassar", "5202", 7, 20, 6, true);

        assertThat(wall(quiet.nextDaily(at(now, "Asia/Makassar")), "Asia/Makassar"))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25T09:00, 2026-11-25T10:00", "2026-11-25T09:59, 2026-11-25T10:00"})
    void the_hourly_mail_comes_at_the_full_hour(String now, String next) {
        QuietTime quiet = quiet("Asia/Jayapura", "9471", 7, 20, 6, true);

        assertThat(wall(quiet.nextHour(at(now, "Asia/Jayapura")), "Asia/Jayapura"))
                .isEqualTo(next);
    }

    private QuietTime quiet(String zone, String area, int daily, int from, int until, boolean freeDays) {
        WorkClock clock = deadlines.clock(area);
        NoticeSettings settings =
                new NoticeSettings(Rhythm.AT_ONCE, daily, from, until, freeDays, "id", Set.of(), Set.of());
        return new QuietTime(settings, ZoneId.of(zone), clock::isWorkingDay);
    }

    private static Instant at(String wall, String zone) {
        return LocalDateTime.parse(wall).atZone(ZoneId.of(zone)).toInstant();
    }

    private static String wall(Instant at, String zone) {
        return LocalDateTime.ofInstant(at, ZoneId.of(zone)).toString();
    }
}
