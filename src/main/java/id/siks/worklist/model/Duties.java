package id.siks.worklist.model;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Scope;
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

    /** True when one piece of work could be given to either: they hold the same role, one within the territory of the other. */
    public static boolean share(Actor one, Actor other) {
        return of(one).stream().anyMatch(mine -> of(other).stream()
                .anyMatch(his -> mine.role() == his.role() && touch(mine.scope(), his.scope())));
    }

    private static boolean touch(Scope one, Scope other) {
        return one.prefix().startsWith(other.prefix()) || other.prefix().startsWith(one.prefix());
    }
}
