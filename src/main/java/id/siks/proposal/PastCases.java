package id.siks.proposal;

import id.siks.casework.CaseRef;
import id.siks.proposal.model.PastRows;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that have ended, for whoever asks what other rules would have answered. */
@Service
@Transactional(readOnly = true)
public class PastCases {

    private final PastRows rows;

    PastCases(PastRows rows) {
        this.rows = rows;
    }

    /**
     * The cases with these numbers, in their order; numbers that are no proposal's, and contents that have been erased, are
     * left out.
     */
    public List<PastCase> of(List<CaseRef> refs) {
        return rows.of(refs);
    }

    /** The meeting that heard each of these cases last, by case; those that no meeting heard are left out. */
    public Map<CaseRef, CaseRef> meetings(List<CaseRef> refs) {
        return rows.meetings(refs);
    }
}
