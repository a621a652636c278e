package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import java.util.List;

/** What is asked of closed cases. */
interface Asking {

    /** Asks these cases; those that are no proposals are left out. */
    List<Asked> of(List<CaseRef> refs);

    /**
     * A case that was asked.
     *
     * @param changes what would be otherwise for it; empty when nothing would
     */
    record Asked(String ref, List<Change> changes) {}
}
