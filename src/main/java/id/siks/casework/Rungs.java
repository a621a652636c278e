package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.casework.CalendarFollows.Waiting;
import id.siks.casework.Climbing.Step;
import id.siks.casework.Climbing.Telling;
import id.siks.casework.Climbing.Told;
import id.siks.identity.Posts.Post;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.TaskOpened;
import id.siks.platform.engine.TaskRungs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** Most rungs of a case that are answered one by one. */
    static final int SHOWN = 60;

    // Whoever moves the due date arms the timer as well: only what fires just then waits so long.
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final RungRows rows;
    private final RungAudience audience;
    private final Deadlines deadlines;
    private final CalendarWaits waits;
    private final CaseTurns turns;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Rungs(
            RungRows rows,
            RungAudience audience,
            Deadlines deadlines,
            CalendarWaits waits,
            CaseTurns turns,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.rows = rows;
        this.audience = audience;
        this.deadlines = deadlines;
        this.waits = waits;
        this.turns = turns;
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
        Map<String, List<ToldRung>> told =
                rows.of(tasks.stream().map(TaskOpened::taskId).toList());
        Map<String, Instant> moments = new HashMap<>();
        tasks.forEach(task -> next(
                        task,
                        steps(task),
                        told.getOrDefault(task.taskId(), List.of()).stream()
                                .map(Told::of)
                                .toList())
                .ifPresent(step -> moments.put(task.taskId(), step.at())));
        return moments;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> takeTurns(Collection<String> cases) {
        return turns.takeFree(cases);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void climb(Collection<TaskOpened> tasks, Runnable firings) {
        Climbing climbing = Climbing.current();
        climbing.together();
        Map<TaskOpened, Step> next = steps(climbing, tasks);
        holders(climbing, next);
        firings.run();
        tell(climbing.waiting());
    }

    /** Waits until nobody else acts on the case; the turn ends with the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeTurn(CaseRef ref) {
        if (!Climbing.current().isTogether()) {
            turns.take(ref);
        }
    }

    /** The lowest rung that is to be told now to anybody of these, whose timer fires; empty when none is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Rung> due(Collection<TaskOpened> tasks) {
        return steps(Climbing.current(), tasks).values().stream()
                .filter(this::isDue)
                .map(Step::rung)
                .min(Comparator.naturalOrder());
    }

    /** When the timer at these tasks fires next; empty when all rungs are behind them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> after(Collection<TaskOpened> tasks) {
        return steps(Climbing.current(), tasks).values().stream().map(Step::at).min(Comparator.naturalOrder());
    }

    /** Tells {@code rung} of those of the tasks for which it is due now, and writes it into their case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Rung rung, Collection<TaskOpened> tasks) {
        Climbing climbing = Climbing.current();
        Map<TaskOpened, Step> now = steps(climbing, tasks);
        now.values().removeIf(step -> step.rung() != rung || !isDue(step));
        Map<Post, List<Long>> holders = holders(climbing, now);
        Instant at = time.now();
        now.forEach((task, step) ->
                climbing.tell(new Telling(rung, task, step.plannedAt(), at, audience.of(rung, task, holders))));
        if (!climbing.isTogether()) {
            tell(climbing.waiting());
        }
    }

    private void tell(List<Telling> tellings) {
        if (tellings.isEmpty()) {
            return;
        }
        Map<String, Long> keys = rows.told(tellings);
        List<OverdueTask> overdue = tellings.stream()
                .filter(t -> keys.containsKey(t.task().taskId()))
                .map(t -> overdue(t, keys.get(t.task().taskId())))
                .toList();
        if (overdue.isEmpty()) {
            return;
        }
        events.publishEvent(new TasksOverdue(overdue));
        overdue.stream()
                .collect(Collectors.groupingBy(Rungs::what, TreeMap::new, Collectors.toList()))
                .forEach((what, some) -> events.publishEvent(new CaseNoted(
                        some.stream().map(OverdueTask::ref).distinct().toList(),
                        what,
                        null,
                        null,
                        some.get(0).at())));
    }

    /** What was told in the case, the last in front; at most the last sixty. */
    public List<ToldRung> of(CaseRef ref) {
        return rows.of(ref, SHOWN);
    }

    /** A supervisor did something about an open task, in the running transaction: that answers what was told of it so far. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(String taskId, ToldRung.Deed deed) {
        rows.acted(taskId, deed, time.now());
    }

    /** How often each rung was told in the case, by step; the one told last in front. */
    public List<RungSum> sums(CaseRef ref) {
        return rows.sums(ref);
    }

    /** What was told of each of these tasks, in the order it was told; tasks of which nothing was are absent. */
    public Map<String, List<ToldRung>> ofTasks(Collection<String> tasks) {
        return rows.of(tasks);
    }

    private static OverdueTask overdue(Telling telling, long key) {
        TaskOpened task = telling.task();
        return new OverdueTask(
                key,
                task.taskId(),
                task.taskKey(),
                new CaseRef(task.caseRef()),
                new AreaCode(task.areaCode()),
                telling.rung(),
                task.dueAt(),
                telling.at(),
                telling.audience().role(),
                telling.audience().accounts());
    }

    private static String what(OverdueTask overdue) {
        return "rung-" + overdue.rung().word() + (overdue.told().isEmpty() ? "-unheard" : "");
    }

    private boolean isDue(Step step) {
        return !step.at().isAfter(time.now());
    }

    private Map<Post, List<Long>> holders(Climbing climbing, Map<TaskOpened, Step> next) {
        List<Post> posts = next.entrySet().stream()
                .filter(e -> isDue(e.getValue()))
                .flatMap(e -> audience.post(e.getValue().rung(), e.getKey()).stream())
                .toList();
        return climbing.holders(posts, audience::holders);
    }

    private Map<TaskOpened, Step> steps(Climbing climbing, Collection<TaskOpened> tasks) {
        Map<String, List<Told>> told = climbing.told(tasks, rows::of);
        Map<TaskOpened, Step> next = new HashMap<>();
        for (TaskOpened task : tasks) {
            next(task, climbing.steps(task, this::steps), told.get(task.taskId()))
                    .ifPresent(step -> next.put(task, step));
        }
        postpone(climbing, next);
        return next;
    }

    /** Nobody is told that a task is late whose due date the calendar is about to move. */
    private void postpone(Climbing climbing, Map<TaskOpened, Step> next) {
        List<TaskOpened> due =
                next.keySet().stream().filter(task -> isDue(next.get(task))).toList();
        List<Waiting> changes =
                climbing.changes(due.stream().map(TaskOpened::caseRef).toList(), waits::read);
        due.stream()
                .filter(task -> waits.concerns(task, changes))
                .forEach(task -> next.computeIfPresent(task, (late, step) -> later(step)));
    }

    private Step later(Step step) {
        return step.notBefore(time.now().plus(A_WHILE));
    }

    private Optional<Step> next(TaskOpened task, List<Step> steps, List<Told> told) {
        Instant atOnce = null;
        for (Step step : steps) {
            Optional<Told> done = told(step, task, told);
            if (done.isEmpty() && isOvertaken(step, task, steps, told)) {
                continue;
            }
            if (done.isEmpty()) {
                return Optional.of(atOnce == null ? step : step.atOnce(atOnce));
            }
            // Nobody heard it: the next is told at once.
            atOnce = done.get().unheard() ? done.get().at() : null;
        }
        return Optional.empty();
    }

    private static Optional<Told> told(Step step, TaskOpened task, List<Told> told) {
        return told.stream()
                .filter(t -> t.rung() == step.rung() && t.counts(task.dueAt(), step.plannedAt()))
                .findFirst();
    }

    /**
     * True when a higher rung tells the same office, and its moment has come as well: where the ladder begins late or stood
     * still, that office is told once, and only of how far it has gone.
     */
    private boolean isOvertaken(Step step, TaskOpened task, List<Step> steps, List<Told> told) {
        return steps.stream()
                .filter(higher -> higher.rung().compareTo(step.rung()) > 0)
                .filter(higher -> tellsOne(step.rung(), higher.rung(), task))
                .anyMatch(higher -> isDue(higher) || told(higher, task, told).isPresent());
    }

    private List<Step> steps(TaskOpened task) {
        return steps(task, task.dueAt());
    }

    /** Nobody is reminded of what came to him a moment ago. */
    private List<Step> steps(TaskOpened task, Instant due) {
        Deadlines.Ladder ladder = deadlines.ladder(task.taskKey(), task.kind(), task.areaCode(), due);
        List<Step> steps = new ArrayList<>();
        for (Rung rung : Rung.values()) {
            Instant at = rung.in(ladder);
            boolean wanted = rung == Rung.REMINDER ? at.isAfter(task.openedAt()) : hasOffice(rung, task);
            if (wanted) {
                // What one office would be told twice in one moment, it is told once: of the higher rung.
                steps.removeIf(lower -> lower.at().equals(at) && tellsOne(lower.rung(), rung, task));
                steps.add(new Step(rung, at, at));
            }
        }
        return steps;
    }

    private boolean tellsOne(Rung lower, Rung rung, TaskOpened task) {
        return task.role() != null && audience.tellsOne(lower, rung, task.role());
    }

    private boolean hasOffice(Rung rung, TaskOpened task) {
        // While it opens, its role is not known yet; only where the ladder begins is asked then.
        return task.role() == null || audience.exists(rung, task.role());
    }
}
