package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Gives the calendar in force to the whole room. It is read anew after a change, on other servers within a minute. */
@Component
class WorkCalendars {

    /** For the nation and for areas of no province: the capital's. */
    static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final CalendarRows rows;
    private final Areas areas;
    private final BusinessTime time;
    private final ThreadLocal<WorkCalendar> changed = new ThreadLocal<>();
    private volatile Known known;

    WorkCalendars(CalendarRows rows, Areas areas, BusinessTime time) {
        this.rows = rows;
        this.areas = areas;
        this.time = time;
    }

    /** The clock of a place by the calendar in force. */
    WorkClock at(String areaCode) {
        return current().at(areaCode, zone(areaCode));
    }

    /** The zone of the place. */
    ZoneId zone(String areaCode) {
        return AreaCode.isShaped(areaCode) ? areas.zoneOf(new AreaCode(areaCode)) : CAPITAL;
    }

    /** Does {@code work}, which moves due dates because the calendar changes, by this calendar. */
    <T> T by(WorkCalendar calendar, Supplier<T> work) {
        changed.set(calendar);
        try {
            return work.get();
        } finally {
            changed.remove();
        }
    }

    /** True while this thread moves due dates because the calendar changes. */
    boolean isChanging() {
        return changed.get() != null;
    }

    void forget() {
        known = null;
    }

    private WorkCalendar current() {
        if (changed.get() != null) {
            return changed.get();
        }
        Known last = known;
        Instant now = time.now();
        if (last == null || Duration.between(last.at(), now).abs().compareTo(MEMORY) > 0) {
            last = new Known(rows.read(), now);
            known = last;
        }
        return last.calendar();
    }

    private record Known(WorkCalendar calendar, Instant at) {}
}
