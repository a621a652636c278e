package id.siks.worklist.model;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import java.util.List;

/** The assignments of a person that bring him work, or at least the sight of it. */
public final class Duties {

    private Duties() {}

    /** Each duty once, in the order of the assignments. */
    public static List<Assignment> of(Actor actor) {
        return actor.assignments().stream()
                .filter(a -> a.role().seesCases())
                .distinct()
                .toList();
    }
}
