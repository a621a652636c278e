package id.siks.platform.diagram;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Everything one comes to by following what leads from one thing to the next. */
public final class Reach {

    private Reach() {}

    /**
     * The beginnings themselves and all that can be reached from them.
     *
     * @param next what one comes to from a thing; empty where one stops
     * @return a set of the caller's own
     */
    public static <T> Set<T> of(Collection<? extends T> beginnings, Function<T, ? extends Collection<T>> next) {
        Set<T> reached = new HashSet<>(beginnings);
        Deque<T> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            next.apply(open.pop()).stream().filter(reached::add).forEach(open::add);
        }
        return reached;
    }
}
