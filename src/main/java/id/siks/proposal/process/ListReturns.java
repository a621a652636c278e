package id.siks.proposal.process;

import id.siks.casework.CaseRef;
import id.siks.proposal.model.BatchMatching;
import id.siks.proposal.model.KeptOff;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends families back to be corrected that cannot be on their village's list as they are (glossary 9.2). */
@Component
public class ListReturns {

    private final ProposalTrunkProcess trunk;
    private final BatchMatching matching;
    private final KeptOff keptOff;

    ListReturns(ProposalTrunkProcess trunk, BatchMatching matching, KeptOff keptOff) {
        this.trunk = trunk;
        this.matching = matching;
        this.keptOff = keptOff;
    }

    /**
     * Those of the cases that wait for the list with somebody the civil registry knows otherwise. One whose diagram has no way
     * back is not among them: it goes on as before and cannot be approved.
     */
    public Set<CaseRef> among(Collection<CaseRef> refs) {
        List<CaseRef> waiting = trunk.withWayBackFromList(refs);
        return waiting.isEmpty() ? Set.of() : matching.unmatched(waiting);
    }

    /** Sends those back, each with what stands against it. */
    public void sendBack(Collection<CaseRef> refs) {
        trunk.memberMismatched(among(refs).stream().filter(keptOff::judge).toList());
    }
}
