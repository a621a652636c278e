package id.siks.worklist.forecast;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.finalization.Periods;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.BoardSums.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What forecasts rest on, by regency, read from sums and kept for a minute: half a year changes slowly, and a list asks for
 * every line.
 */
@Component
class Histories {

    private static final int MONTHS = 6;
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final BoardSums sums;
    private final Periods periods;
    private final BusinessTime time;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, List<Pace>> nation = new ConcurrentHashMap<>();
    private volatile Instant readAt = Instant.EPOCH;

    Histories(BoardSums sums, Periods periods, BusinessTime time) {
        this.sums = sums;
        this.periods = periods;
        this.time = time;
    }

    /** What is known of the regency the area lies in, or of the area itself when it is wider. */
    Known of(AreaCode area) {
        Instant now = time.now();
        if (Duration.between(readAt, now).abs().compareTo(MEMORY) > 0) {
            forget();
            readAt = now;
        }
        boolean wide = area.level() == AreaLevel.PROVINCE;
        AreaCode place = wide ? area : area.at(AreaLevel.REGENCY);
        return known.computeIfAbsent(
                place.value(),
                code -> new Known(
                        new History(pace(code), nation.computeIfAbsent("", this::pace)),
                        wide ? List.of() : periods.ahead(place)));
    }

    /** The next question is read anew. */
    void forget() {
        known.clear();
        nation.clear();
    }

    /** First day of the months that count. */
    LocalDate since() {
        return time.today(BoardSums.CLOCK).minusMonths(MONTHS - 1L).withDayOfMonth(1);
    }

    private List<Pace> pace(String area) {
        LocalDate since = since();
        return sums.pace(area, since, since.plusMonths(MONTHS));
    }
}
