package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Role;
import id.siks.platform.Conflict;
import id.siks.platform.NotFound;
import org.springframework.stereotype.Component;

/** Finds a proposal for somebody; what he may not see is not there. */
@Component
class ProposalAccess {

    private final ProposalRepository proposals;
    private final Jurisdiction jurisdiction;
    private final Actors actors;

    ProposalAccess(ProposalRepository proposals, Jurisdiction jurisdiction, Actors actors) {
        this.proposals = proposals;
        this.jurisdiction = jurisdiction;
        this.actors = actors;
    }

    /** For the system's own steps. */
    Proposal get(CaseRef ref) {
        return proposals.findByCaseRef(ref.value()).orElseThrow(() -> new NotFound("proposal " + ref));
    }

    /** The same, kept from changing until the transaction ends. */
    Proposal locked(CaseRef ref) {
        return proposals.lockByCaseRef(ref.value()).orElseThrow(() -> new NotFound("proposal " + ref));
    }

    Proposal visible(CaseRef ref, Actor actor) {
        Proposal proposal = get(ref);
        jurisdiction.requireVisible(actor, proposal.village());
        return proposal;
    }

    /** For those who work on proposals of the village: its operators, and the social worker of its district. */
    Proposal workable(CaseRef ref, Actor actor) {
        Proposal proposal = get(ref);
        if (!VillageWork.allowed(actor, proposal.village())) {
            throw new NotFound("proposal " + ref + " for account " + actor.id());
        }
        return proposal;
    }

    /** For those who may take it back: the operators of its village, and nobody who only works on it too. */
    Proposal withdrawable(CaseRef ref, Actor actor) {
        Proposal proposal = get(ref);
        jurisdiction.require(actor, Role.VILLAGE_OPERATOR, proposal.village());
        return proposal;
    }

    Proposal reviewable(CaseRef ref, Actor actor) {
        Proposal proposal = get(ref);
        jurisdiction.require(actor, Role.REGENCY_VERIFIER, proposal.village());
        return proposal;
    }

    /** Refuses a page that was opened before somebody else changed the proposal. */
    void requireFresh(Proposal proposal, int version) {
        if (proposal.version() != version) {
            throw Conflict.because(
                    "proposal.error.stale", actors.nameOf(proposal.authors().changedBy()));
        }
    }
}
