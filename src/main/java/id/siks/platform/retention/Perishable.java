package id.siks.platform.retention;

import java.time.Instant;
import java.util.Set;

/**
 * A kind of data that is not kept for ever (security requirement 24). The room that owns it offers it as a component and
 * erases it itself; how long it is kept stands in {@code retention_rule}.
 */
public interface Perishable {

    /** Code of the kind, {@code <room>.<what>}. */
    String kind();

    /**
     * Erases in the current transaction what was last touched before {@code before}.
     *
     * @param held numbers of cases of which nothing may be erased
     * @param most no more than this many at once
     * @return how many were erased; fewer than {@code most} when nothing is left
     */
    int erase(Instant before, Set<String> held, int most);
}
