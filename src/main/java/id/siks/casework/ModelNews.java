package id.siks.casework;

import java.time.Instant;
import java.util.Set;

/**
 * How cases are processed is about to change, or somebody has decided about it: whom it concerns is told. Why stands where the
 * models are kept: no case is named here.
 *
 * @param kind what happened
 * @param model the file or process it is about, with its version where it has one
 * @param accounts account ids of everybody it concerns; whoever did it is not among them
 * @param at when
 */
public record ModelNews(Kind kind, String model, Set<Long> accounts, Instant at) {

    /** What people do with models and with the cases that follow them. */
    public enum Kind {
        /** A release waits for a second person. */
        RELEASE_WAITS,
        /** A proposal was released. */
        RELEASE_DONE,
        /** A proposal was declined. */
        RELEASE_DECLINED,
        /** A plan to move cases to another version waits for a second person. */
        MOVE_WAITS,
        /** All cases of such a plan were gone through. */
        MOVE_DONE,
        /** Such a plan was given up. */
        MOVE_DROPPED
    }
}
