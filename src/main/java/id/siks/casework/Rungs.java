package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.TaskOpened;
import id.siks.platform.engine.TaskRungs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ladder of open tasks: reminder, supervisor, office head, province. A rung only tells; nothing is decided by silence.
 * It is told once for a due date. When a due date moves, the rungs whose moment lies ahead again are told again.
 */
@Service
public class Rungs implements TaskRungs {

    private static final int SHOWN = 60;

    private final RungRows rows;
    private final RungAudience audience;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Rungs(
            RungRows rows,
            RungAudience audience,
            Deadlines deadlines,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.rows = rows;
        this.audience = audience;
        this.deadlines = deadlines;
        this.events = events;
        this.time = time;
    }

    /** The offices that are told of late work of {@code worker}, from below. */
    public List<Role> offices(Role worker) {
        return audience.offices(worker);
    }

    /** When the ladder of a task begins that opens now. Its due date may be missing: then the calendar says it. */
    public Instant first(TaskOpened opening) {
        Instant due = opening.dueAt() != null
                ? opening.dueAt()
                : deadlines.dueAt(opening.taskKey(), opening.kind(), opening.areaCode(), opening.openedAt());
        return steps(opening, due).get(0).at();
    }

    @Override
    public Map<String, Instant> next(Collection<TaskOpened> tasks) {
        Map<String, Instant> moments = new HashMap<>();
        steps(tasks).forEach((task, step) -> moments.put(task.taskId(), step.at()));
        return moments;
    }

    /** The lowest rung that is to be told now to anybody of these; empty when none is. */
    public Optional<Rung> due(Collection<TaskOpened> tasks) {
        return steps(tasks).values().stream()
                .filter(this::isDue)
                .map(Step::rung)
                .min(Comparator.naturalOrder());
    }

    /** Tells {@code rung} of those of the tasks for which it is due now, and writes it into their case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Rung rung, Collection<TaskOpened> tasks) {
        List<TaskOverdue> told = new ArrayList<>();
        steps(tasks).forEach((task, step) -> {
            if (step.rung() == rung && isDue(step)) {
                tell(step, task).ifPresent(told::add);
            }
        });
        told.forEach(events::publishEvent);
        told.stream()
                .map(o -> new CaseNoted(List.of(o.ref()), what(o), null, null, o.at()))
                .distinct()
                .forEach(events::publishEvent);
    }

    /** What was told in the case, the last in front; at most the last sixty. */
    public List<ToldRung> of(CaseRef ref) {
        return rows.of(ref, SHOWN);
    }

    /** What was told of each of these tasks, in the order it was told; tasks of which nothing was are absent. */
    public Map<String, List<ToldRung>> ofTasks(Collection<String> tasks) {
        return rows.of(tasks);
    }

    private Optional<TaskOverdue> tell(Step step, TaskOpened task) {
        Instant now = time.now();
        RungAudience.Audience to = audience.of(step.rung(), task);
        return rows.told(step.rung(), task, step.plannedAt(), now, to)
                .map(id -> new TaskOverdue(
                        id,
                        task.taskId(),
                        task.taskKey(),
                        new CaseRef(task.caseRef()),
                        new AreaCode(task.areaCode()),
                        step.rung(),
                        task.dueAt(),
                        now,
                        to.role(),
                        to.accounts()));
    }

    private static String what(TaskOverdue overdue) {
        return "rung-" + overdue.rung().word() + (overdue.told().isEmpty() ? "-unheard" : "");
    }

    private boolean isDue(Step step) {
        return !step.at().isAfter(time.now());
    }

    private Map<TaskOpened, Step> steps(Collection<TaskOpened> tasks) {
        Map<String, List<ToldRung>> told =
                rows.of(tasks.stream().map(TaskOpened::taskId).toList());
        Map<TaskOpened, Step> next = new HashMap<>();
        for (TaskOpened task : tasks) {
            next(task, told.getOrDefault(task.taskId(), List.of())).ifPresent(step -> next.put(task, step));
        }
        return next;
    }

    private Optional<Step> next(TaskOpened task, List<ToldRung> told) {
        Instant atOnce = null;
        for (Step step : steps(task, task.dueAt())) {
            Optional<ToldRung> done = told.stream()
                    .filter(t -> t.rung() == step.rung() && t.counts(task.dueAt(), step.plannedAt()))
                    .findFirst();
            if (done.isEmpty()) {
                return Optional.of(atOnce == null ? step : step.atOnce(atOnce));
            }
            // Nobody heard it: the next is told at once.
            atOnce = done.get().unheard() ? done.get().reachedAt() : null;
        }
        return Optional.empty();
    }

    /** Nobody is reminded of what came to him a moment ago. */
    private List<Step> steps(TaskOpened task, Instant due) {
        Deadlines.Ladder ladder = deadlines.ladder(task.taskKey(), task.kind(), task.areaCode(), due);
        List<Step> steps = new ArrayList<>();
        for (Rung rung : Rung.values()) {
            Instant at = rung.in(ladder);
            boolean wanted = rung == Rung.REMINDER ? at.isAfter(task.openedAt()) : hasOffice(rung, task);
            if (wanted) {
                steps.add(new Step(rung, at, at));
            }
        }
        return steps;
    }

    private boolean hasOffice(Rung rung, TaskOpened task) {
        // While it opens, its role is not known yet; only where the ladder begins is asked then.
        return task.role() == null || audience.exists(rung, task.role());
    }

    /** A rung, when the calendar wants it told and when it is. */
    private record Step(Rung rung, Instant plannedAt, Instant at) {

        Step atOnce(Instant moment) {
            return moment.isBefore(at) ? new Step(rung, plannedAt, moment) : this;
        }
    }
}
