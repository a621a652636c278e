package id.siks.finalization.model;

import id.siks.casework.CaseRef;
import id.siks.casework.SeenCases;
import id.siks.finalization.PeriodView;
import id.siks.platform.Conflict;
import org.springframework.stereotype.Component;

/** The version of a case in a sealed list that somebody has seen: how much has happened to it, alone or with the list. */
@Component
public class ItemVersions {

    private final SeenCases seenCases;

    ItemVersions(SeenCases seenCases) {
        this.seenCases = seenCases;
    }

    /** The present version. */
    public int of(CaseRef member) {
        return seenCases.of(member);
    }

    /**
     * {@link Conflict} naming who was first when more has happened than {@code seen}. The caller holds the case's place in the
     * sealed list, so that nothing happens any more until the transaction ends.
     */
    public void require(PeriodView period, CaseRef member, int seen) {
        if (seenCases.of(member) != seen) {
            throw seenCases.overtaken(
                    seenCases.last(member).orElseThrow(), "finalization.error.item-stale", period.regency());
        }
    }
}
