package id.siks.casework;

import id.siks.casework.CalendarFollows.Waiting;
import id.siks.identity.Posts.Post;
import id.siks.platform.PerTransaction;
import id.siks.platform.engine.TaskOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the running transaction knows of the ladders whose timers fire in it: each thing is read and reckoned once. */
final class Climbing {

    private static final PerTransaction<Climbing> CURRENT = new PerTransaction<>(Climbing::new);

    private final Map<String, List<Told>> told = new HashMap<>();
    private final Map<TaskOpened, List<Step>> steps = new HashMap<>();
    private final Map<Post, List<Long>> holders = new HashMap<>();
    private final List<Telling> waiting = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private List<Waiting> changes = List.of();
    private boolean together;

    private Climbing() {}

    /** That of the running transaction. */
    static Climbing current() {
        return CURRENT.current();
    }

    /** Many timers fire: their cases' turns are taken, and what they tell waits for {@link #waiting}. */
    void together() {
        together = true;
    }

    boolean isTogether() {
        return together;
    }

    /** What is told at the end; empty afterwards. */
    List<Telling> waiting() {
        List<Telling> all = List.copyOf(waiting);
        waiting.clear();
        together = false;
        return all;
    }

    /** What was told of each of these tasks; {@code read} answers for those not known yet. */
    Map<String, List<Told>> told(
            Collection<TaskOpened> tasks, Function<Collection<String>, Map<String, List<ToldRung>>> read) {
        List<String> unknown = tasks.stream()
                .map(TaskOpened::taskId)
                .filter(id -> !told.containsKey(id))
                .toList();
        if (!unknown.isEmpty()) {
            Map<String, List<ToldRung>> found = read.apply(unknown);
            unknown.forEach(id -> told.put(
                    id,
                    new ArrayList<>(found.getOrDefault(id, List.of()).stream()
                            .map(Told::of)
                            .toList())));
        }
        return told;
    }

    List<Step> steps(TaskOpened task, Function<TaskOpened, List<Step>> reckon) {
        return steps.computeIfAbsent(task, reckon);
    }

    /** Who holds the posts; {@code read} answers for those not known yet. */
    Map<Post, List<Long>> holders(Collection<Post> posts, Function<Collection<Post>, Map<Post, List<Long>>> read) {
        List<Post> unknown = posts.stream()
                .distinct()
                .filter(post -> !holders.containsKey(post))
                .toList();
        Map<Post, List<Long>> found = read.apply(unknown);
        unknown.forEach(post -> holders.put(post, found.getOrDefault(post, List.of())));
        return holders;
    }

    /** The changes of the calendar that due dates of these cases follow; {@code read} answers when one is not known yet. */
    List<Waiting> changes(Collection<String> cases, Function<Collection<String>, List<Waiting>> read) {
        if (asked.addAll(cases)) {
            changes = read.apply(asked);
        }
        return changes;
    }

    /** This is told of the task now. */
    void tell(Telling telling) {
        told.get(telling.task().taskId()).add(Told.of(telling));
        waiting.add(telling);
    }

    /** A rung, when the calendar wants it told and when it is. */
    record Step(Rung rung, Instant plannedAt, Instant at) {

        Step atOnce(Instant moment) {
            return moment.isBefore(at) ? new Step(rung, plannedAt, moment) : this;
        }

        Step notBefore(Instant moment) {
            return moment.isAfter(at) ? new Step(rung, plannedAt, moment) : this;
        }
    }

    /** Somebody, or nobody, is told of a task now. */
    record Telling(Rung rung, TaskOpened task, Instant plannedAt, Instant at, RungAudience.Audience audience) {}

    /** What the ladder has to know of a rung that was told. */
    record Told(Rung rung, Instant taskDueAt, Instant at, boolean unheard) {

        static Told of(ToldRung rung) {
            return new Told(rung.rung(), rung.taskDueAt(), rung.reachedAt(), rung.unheard());
        }

        private static Told of(Telling now) {
            return new Told(
                    now.rung(),
                    now.task().dueAt(),
                    now.at(),
                    now.audience().accounts().isEmpty());
        }

        /** True when it was told for this due date, or not before {@code moment}. */
        boolean counts(Instant due, Instant moment) {
            return taskDueAt.equals(due) || !at.isBefore(moment);
        }
    }
}
