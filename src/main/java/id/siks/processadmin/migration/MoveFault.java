package id.siks.processadmin.migration;

import java.util.Arrays;

/** Why a step or a case cannot move. Sentences are {@code processadmin.migration.fault.<name>}. */
enum MoveFault {
    /** A case is at a step that no step of the target takes the place of. */
    NO_PLACE("There is no migration instruction"),
    /** The two steps are of different kinds. */
    OTHER_KIND("incompatible types", "Events are not of the same type"),
    /** The engine cannot move what is at such a step. */
    UNSUPPORTED("is not supported", "not supported for"),
    /** The step stands inside another one that is not mapped along with it. */
    OTHER_SURROUNDINGS(
            "must be mapped",
            "flow scope",
            "event scope",
            "closest mapped ancestor",
            "is a descendant of multi-instance body",
            "multi-instance body"),
    /** Two branches would come together where fewer lead on. */
    FEWER_FLOWS("at least the same number of incoming", "Only one gateway can be mapped"),
    /** A case waits for the system at a step that begins at once in the target. */
    NOT_ASYNC("asyncBefore", "asyncAfter", "Transition instance"),
    /** Two values of the same name would become one. */
    VALUES_CLASH("The variable"),
    /** Somebody with another role would have the task. */
    OTHER_ROLE(),
    /** The application has a page for the task and keeps what it knows of it by its id. */
    OWN_PAGE(),
    /** The place lies behind a visit, a decision or another station the case may not have passed. */
    PAST_STATION(),
    /** What the target reads behind the place, the case may never have been given. */
    VALUE_LACKING(),
    /** The target splits into branches before this step: one of them would be missing for ever. */
    NEW_BRANCH(),
    /** A branch that would be begun holds a step the case may have done already. */
    BRANCH_DONE(),
    /** What stands at the beginning of a branch fails for the case. */
    BRANCH_REFUSED(),
    /** The target no longer splits here: the same step would be done twice. */
    LOST_BRANCH(),
    /** The target, which is no longer the latest version, is not sound today: what it needs may be gone. */
    TARGET_REFUSED(),
    /** Something else was done with the case whenever it was its turn. */
    BUSY(),
    /** Another objection of the engine. */
    OTHER();

    private final String[] words;

    MoveFault(String... words) {
        this.words = words;
    }

    /** What the engine means by its English sentence. */
    static MoveFault of(String sentence) {
        return Arrays.stream(values())
                .filter(fault -> Arrays.stream(fault.words).anyMatch(sentence::contains))
                .findFirst()
                .orElse(OTHER);
    }
}
