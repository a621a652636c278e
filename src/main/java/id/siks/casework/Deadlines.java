package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.Decisions;
import id.siks.platform.engine.TaskDueDates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Until when work should be done. How many working days a task has is data ({@code task-deadlines.dmn}); the day ends at
 * 16:00 where the work is.
 */
@Component
public class Deadlines implements TaskDueDates {

    private static final String TABLE = "task-deadlines";
    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final Decisions decisions;
    private final WorkingDays calendar;
    private final Areas areas;
    private final BusinessTime time;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();
    private volatile Instant staleAt = Instant.MIN;

    Deadlines(Decisions decisions, WorkingDays calendar, Areas areas, BusinessTime time) {
        this.decisions = decisions;
        this.calendar = calendar;
        this.areas = areas;
        this.time = time;
    }

    @Override
    public Instant dueAt(String taskKey, String kind, String areaCode, Instant openedAt) {
        ZoneId zone = zone(areaCode);
        LocalDate opened = LocalDate.ofInstant(openedAt, zone);
        return calendar.after(opened, days(taskKey, kind))
                .atTime(END_OF_DAY)
                .atZone(zone)
                .toInstant();
    }

    // A new table counts within a minute; asking the engine anew for every task would cost a query each.
    private int days(String taskKey, String kind) {
        Instant now = time.now();
        if (now.isAfter(staleAt)) {
            known.clear();
            staleAt = now.plus(MEMORY);
        }
        return known.computeIfAbsent(taskKey + '/' + kind, k -> ask(taskKey, kind));
    }

    private int ask(String taskKey, String kind) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("task", taskKey);
        inputs.put("kind", kind);
        List<Map<String, Object>> rows = decisions.decide(TABLE, inputs);
        if (rows.isEmpty()) {
            throw new IllegalStateException(TABLE + " has no row for the task " + taskKey);
        }
        return ((Number) rows.get(0).get("days")).intValue();
    }

    private ZoneId zone(String areaCode) {
        return AreaCode.isShaped(areaCode) ? areas.zoneOf(new AreaCode(areaCode)) : ZoneOffset.ofHours(7);
    }
}
