package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Role;
import id.siks.platform.NotFound;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds a proposal for somebody; what he may not see is not there, and that he asked is written down (requirement 23). */
@Component
class ProposalAccess {

    private final ProposalRepository proposals;
    private final Jurisdiction jurisdiction;
    private final AccessLog log;

    ProposalAccess(ProposalRepository proposals, Jurisdiction jurisdiction, AccessLog log) {
        this.proposals = proposals;
        this.jurisdiction = jurisdiction;
        this.log = log;
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
        return opened(ref, p -> jurisdiction.sees(actor, p.village()), actor);
    }

    /** For those who work on proposals of the village: its operators, and the social worker of its district. */
    Proposal workable(CaseRef ref, Actor actor) {
        return opened(ref, p -> VillageWork.allowed(actor, p.village()), actor);
    }

    /** For those who may take it back: the operators of its village, and nobody who only works on it too. */
    Proposal withdrawable(CaseRef ref, Actor actor) {
        return opened(ref, p -> actor.holds(Role.VILLAGE_OPERATOR, p.village()), actor);
    }

    Proposal reviewable(CaseRef ref, Actor actor) {
        return opened(ref, p -> actor.holds(Role.REGENCY_VERIFIER, p.village()), actor);
    }

    // A note takes time: what is not there is noted like what lies elsewhere.
    private Proposal opened(CaseRef ref, Predicate<Proposal> allowed, Actor actor) {
        return proposals.findByCaseRef(ref.value()).filter(allowed).orElseThrow(() -> {
            log.record(actor, AccessKind.READ, "proposal:" + ref, "proposal.page", AccessOutcome.REFUSED);
            return new NotFound("proposal " + ref + " for account " + actor.id());
        });
    }
}
