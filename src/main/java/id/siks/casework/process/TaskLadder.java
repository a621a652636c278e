package id.siks.casework.process;

/**
 * The words of the ladder that stands in every diagram with user tasks: at each of them a timer {@code <task>-delayed} and an
 * escalation {@code <task>-escalated}, and one event subprocess that tells whoever is next.
 */
public final class TaskLadder {

    /** Name of its steps in expressions. */
    public static final String STEPS = "taskLadder";

    /** The event subprocess. */
    public static final String TASK_LADDER = "task-ladder";

    /** The escalation, and the event that hears it. */
    public static final String TASK_DELAYED = "task-delayed";

    public static final String FIND_RUNG = "find-rung";
    public static final String RUNG_REACHED = "rung-reached";
    public static final String REMIND_WORKER = "remind-worker";
    public static final String TELL_SUPERVISOR = "tell-supervisor";
    public static final String TELL_OFFICE_HEAD = "tell-office-head";
    public static final String TELL_PROVINCE = "tell-province";
    public static final String RUNG_TOLD = "rung-told";
    public static final String RUNG_AWAITED = "rung-awaited";

    /** Which rung is told; lives for one transaction. */
    public static final String RUNG = "rung";

    /** Value of {@link #RUNG} when the timer came too early: the due date has moved. */
    public static final String NONE = "none";

    private TaskLadder() {}
}
