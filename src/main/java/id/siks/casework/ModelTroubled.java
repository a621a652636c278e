package id.siks.casework;

import java.time.Instant;
import java.util.Set;

/**
 * Something that was decided about how cases are processed did not come about, or no longer holds, and nobody was there when it
 * happened. Why stands where the models are kept: no case is named here.
 *
 * @param kind what happened
 * @param model the file or process it is about, with its version
 * @param accounts account ids of everybody who has to know
 * @param at when it was known
 */
public record ModelTroubled(Kind kind, String model, Set<Long> accounts, Instant at) {

    /** What may happen while nobody looks. */
    public enum Kind {
        /** A release could not take effect when its moment came. */
        RELEASE_FAILED,
        /** The system stopped moving cases to another version. */
        MOVE_PAUSED,
        /** What is in force no longer fits the application, which was updated. */
        MODEL_UNFIT
    }
}
