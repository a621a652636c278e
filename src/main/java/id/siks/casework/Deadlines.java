package id.siks.casework;

import id.siks.platform.BusinessTime;
import id.siks.platform.engine.Decisions;
import id.siks.platform.engine.TaskDueDates;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Until when work should be done. How many working days a task has is data ({@code task-deadlines.dmn}); which days those
 * are, the calendar says; the last one ends when offices close where the work is.
 */
@Component
public class Deadlines implements TaskDueDates {

    /** Key of the decision table that says how long each task may take. */
    public static final String TABLE = "task-deadlines";

    private static final int REGENCY_DIGITS = 4;
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final Decisions decisions;
    private final WorkCalendars calendars;
    private final BusinessTime time;
    private final Map<Asked, TaskTerm> known = new ConcurrentHashMap<>();
    private volatile Instant readAt = Instant.EPOCH;

    Deadlines(Decisions decisions, WorkCalendars calendars, BusinessTime time) {
        this.decisions = decisions;
        this.calendars = calendars;
        this.time = time;
    }

    @Override
    public Instant dueAt(String taskKey, String kind, String areaCode, Instant openedAt) {
        TaskTerm term = term(taskKey, kind, areaCode);
        if (term.days() == null) {
            throw new IllegalStateException(TABLE + " leaves the date of " + taskKey + " to a model that gives none");
        }
        return calendars.at(areaCode).after(openedAt, term.days());
    }

    /** The working time of a place by the calendar in force; {@code areaCode} may be of any level, empty is the nation. */
    public WorkClock clock(String areaCode) {
        return calendars.at(areaCode);
    }

    /**
     * When somebody is told that a task becomes or is late.
     *
     * @param taskKey id of the user task
     * @param kind kind of the case, may be empty
     * @param areaCode where
     * @param dueAt the due date the task has now
     */
    public Ladder ladder(String taskKey, String kind, String areaCode, Instant dueAt) {
        TaskTerm term = term(taskKey, kind, areaCode);
        WorkClock clock = calendars.at(areaCode);
        return new Ladder(
                clock.before(dueAt, term.remind()),
                clock.past(dueAt, term.supervisor()),
                clock.past(dueAt, term.officeHead()),
                clock.past(dueAt, term.province()));
    }

    /** True when the calendar gives the task its date; false when the model does, as with a cut-off. */
    public boolean isCounted(String taskKey, String kind, String areaCode) {
        return term(taskKey, kind, areaCode).days() != null;
    }

    /**
     * What the table in force says of a task. A new table counts within a minute: asking the engine anew for every task would
     * cost a query each.
     *
     * @param taskKey id of the user task
     * @param kind kind of the case, may be empty
     * @param areaCode where; empty for a place the table does not name
     */
    public TaskTerm term(String taskKey, String kind, String areaCode) {
        Instant now = time.now();
        if (Duration.between(readAt, now).abs().compareTo(MEMORY) > 0) {
            known.clear();
            readAt = now;
        }
        String regency = areaCode.substring(0, Math.min(areaCode.length(), REGENCY_DIGITS));
        return known.computeIfAbsent(new Asked(taskKey, kind, regency), this::ask);
    }

    private TaskTerm ask(Asked asked) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("task", asked.task());
        inputs.put("kind", asked.kind());
        inputs.put("regency", asked.regency());
        return TaskTerm.of(asked.task(), decisions.decide(TABLE, inputs));
    }

    /** When the assignee is reminded, and when the supervisor, the office head and the province are told. */
    public record Ladder(Instant remind, Instant supervisor, Instant officeHead, Instant province) {}

    private record Asked(String task, String kind, String regency) {}
}
