package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.platform.BusinessTime;
import id.siks.proposal.RegencyDecision;
import id.siks.proposal.model.DecisionLog.Level;
import id.siks.proposal.model.IdentityCheck.Finding;
import id.siks.register.Persons;
import org.springframework.stereotype.Component;

/** Families that come back from their village's list, because the civil registry knows somebody of them otherwise by now. */
@Component
public class KeptOff {

    private final ProposalAccess access;
    private final Persons persons;
    private final IdentityCheck identity;
    private final DecisionLog log;
    private final BusinessTime time;

    KeptOff(ProposalAccess access, Persons persons, IdentityCheck identity, DecisionLog log, BusinessTime time) {
        this.access = access;
        this.persons = persons;
        this.identity = identity;
        this.log = log;
        this.time = time;
    }

    /**
     * Writes down why it comes back, as far as the registry was asked or has told; the model carries it out. False when the village
     * may not put it on its list any more.
     */
    public boolean judge(CaseRef ref) {
        Proposal proposal = access.get(ref);
        if (!proposal.awaitsList()) {
            return false;
        }
        Finding found = identity.finding(persons.lastReport(proposal.family()));
        proposal.judged(found.reason(), found.remarks());
        log.add(
                ref,
                Level.CIVIL_REGISTRY,
                RegencyDecision.RETURN.name(),
                found.reason(),
                found.remarks(),
                null,
                time.now());
        return true;
    }
}
