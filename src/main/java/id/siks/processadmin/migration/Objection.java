package id.siks.processadmin.migration;

import java.util.Map;

/** Why the step {@code step} of the source cannot move; the step is null when it is about the whole case or the target. */
record Objection(String step, MoveFault fault) {

    /** The same with a better reason, for a step that has no place in the target because it does not fit one. */
    Objection because(Map<String, MoveFault> misfits) {
        return fault == MoveFault.NO_PLACE ? new Objection(step, misfits.getOrDefault(step, fault)) : this;
    }
}
