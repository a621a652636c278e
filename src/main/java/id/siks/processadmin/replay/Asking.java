package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import java.util.List;
import java.util.stream.Stream;

/** What is asked of closed cases. */
interface Asking {

    /**
     * Asks these cases in their order, each when it is taken; those that are no proposals are left out. Taking one ends with
     * {@link TimeLimit.Reached} when it takes too long.
     */
    Stream<Asked> of(List<CaseRef> refs);

    /**
     * A case that was asked.
     *
     * @param changes what would be otherwise for it; empty when nothing would
     */
    record Asked(String ref, List<Change> changes) {}
}
