package id.siks.finalization.model;

import id.siks.casework.CaseRef;
import id.siks.casework.SeenCases;
import id.siks.finalization.PeriodView;
import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import org.springframework.stereotype.Component;

/** The version of a case in a sealed list that somebody has seen: how much has happened to it, alone or with the list. */
@Component
public class ItemVersions {

    private final BatchSteps steps;
    private final SeenCases seenCases;

    ItemVersions(BatchSteps steps, SeenCases seenCases) {
        this.steps = steps;
        this.seenCases = seenCases;
    }

    /** The present version. */
    public int of(CaseRef member) {
        return seenCases.of(member);
    }

    /**
     * {@link Conflict} naming who was first when more has happened than {@code seen}. Whoever may not take the case out now is told
     * what {@link BatchSteps#requireMayReturn} says. The caller holds the case's place in the sealed list.
     */
    public void require(PeriodView period, CaseRef member, int seen, Actor by) {
        steps.requireMayReturn(period, member, by);
        if (seenCases.of(member) != seen) {
            throw seenCases.overtaken(
                    seenCases.last(member).orElseThrow(), "finalization.error.item-stale", period.regency());
        }
    }
}
