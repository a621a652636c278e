package id.siks.worklist.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which part of the way a task belongs to, in the order of the way. Labels are {@code worklist.stage.<name>}. */
public enum Stage {
    CORRECTION("correct-proposal"),
    VILLAGE_MEETING("record-meeting", "sign-meeting"),
    VILLAGE_LIST("finalize-village"),
    FIELD_CHECK("assign-visit", "record-visit", "review-visit"),
    REGENCY_REVIEW("decide-proposal"),
    REGENCY_LIST("close-regency", "approve-batch", "record-ratification"),
    PROVINCE("forward-batch"),
    MINISTRY("check-integrity", "determine-batch"),
    /** Tasks nobody has placed yet. */
    OTHER;

    private static final Map<String, Stage> BY_TASK = Stream.of(values())
            .flatMap(stage -> stage.tasks.stream().map(task -> Map.entry(task, stage)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<String> tasks;

    Stage(String... tasks) {
        this.tasks = Set.of(tasks);
    }

    /** The stage a task belongs to; {@link #OTHER} when no stage names it. */
    public static Stage of(String task) {
        return BY_TASK.getOrDefault(task, OTHER);
    }

    /** The stage of that name, if there is one. */
    public static Optional<Stage> named(String name) {
        return Stream.of(values()).filter(stage -> stage.name().equals(name)).findFirst();
    }
}
