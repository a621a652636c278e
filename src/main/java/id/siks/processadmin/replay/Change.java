package id.siks.processadmin.replay;

/**
 * What would be otherwise for a case.
 *
 * @param kind how
 * @param about what it is about, in the words of the diagram: a task, a gateway or a step; empty for the whole case
 * @param before answer or step there was; empty for none
 * @param after answer or step there would be; empty for none; of what cannot be told, why
 */
public record Change(Kind kind, String about, String before, String after) {

    /** How a case differs. */
    public enum Kind {
        /** A table answers otherwise. */
        ANSWER,
        /** At a gateway, or behind a step, it goes another way. */
        WAY,
        /** It also passes a step it did not pass. */
        NEW_STEP,
        /** It no longer passes a step it passed. */
        LEFT_STEP,
        /** Its history does not tell; see {@link Untold}. */
        UNTOLD
    }

    /** Why the history does not tell where a case would go. */
    public enum Untold {
        /** Nothing is kept of its way. */
        NO_HISTORY,
        /** The gateway asks for a value nobody gave or looked at. */
        VALUE,
        /** What the step waits for did not happen then. */
        EVENT,
        /** Several branches lead on side by side. */
        BRANCHES
    }

    /** A table answers otherwise about the task, or about the case when {@code about} is empty. */
    static Change answer(String about, String before, String after) {
        return new Change(Kind.ANSWER, about, before, after);
    }

    /** Behind {@code about} it goes to another step. */
    static Change way(String about, String before, String after) {
        return new Change(Kind.WAY, about, before, after);
    }

    static Change newStep(String step) {
        return new Change(Kind.NEW_STEP, step, "", step);
    }

    static Change leftStep(String step) {
        return new Change(Kind.LEFT_STEP, step, step, "");
    }

    static Change untold(String about, Untold why) {
        return new Change(Kind.UNTOLD, about, "", why.name());
    }

    /** False when only that is known that nothing is known. */
    public boolean isTold() {
        return kind != Kind.UNTOLD;
    }
}
