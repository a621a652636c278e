package id.siks.proposal.web;

import id.siks.casework.CaseRef;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.platform.NotFound;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.proposal.model.Papers;
import org.springframework.stereotype.Component;

/** Reads what an address and a hidden field point at, for all pages of this room. */
@Component
class ProposalDesk {

    private static final String NOT_EDITABLE = "proposal.page.error.not-editable";

    private final Proposals proposals;
    private final AccessLog accessLog;

    ProposalDesk(Proposals proposals, AccessLog accessLog) {
        this.proposals = proposals;
        this.accessLog = accessLog;
    }

    /** The case an address names; what has not even the shape of a number is not found. */
    static CaseRef ref(String text) {
        try {
            return new CaseRef(text);
        } catch (IllegalArgumentException shapeless) {
            throw new NotFound("proposal of another shape");
        }
    }

    /** The proposal, its reading noted. */
    ProposalView read(String ref, Actor actor) {
        return noted(proposals.view(ref(ref), actor), actor);
    }

    /** The same for whoever works on it and so sees all of it. */
    ProposalView readToWork(String ref, Actor actor) {
        return noted(workable(ref, actor), actor);
    }

    /**
     * The proposal for whoever drafts and corrects for its village; {@link NotFound} for who only looks on there, whatever he
     * is elsewhere.
     */
    ProposalView workable(String ref, Actor actor) {
        return proposals.workable(ref(ref), actor);
    }

    /** The proposal while it may be changed; {@link Conflict} afterwards, when somebody has handed it in. */
    ProposalView changeable(String ref, Actor actor) {
        ProposalView proposal = workable(ref, actor);
        if (!proposal.editable()) {
            throw Conflict.because(NOT_EDITABLE, proposal.ref());
        }
        return proposal;
    }

    /** The proposal while photos may be added to it: longer than it may be changed, until its village closes its list. */
    ProposalView photographable(String ref, Actor actor) {
        ProposalView proposal = workable(ref, actor);
        if (!Papers.takesPhotos(proposal.status())) {
            throw Conflict.because(NOT_EDITABLE, proposal.ref());
        }
        return proposal;
    }

    private ProposalView noted(ProposalView proposal, Actor actor) {
        accessLog.record(actor, AccessKind.READ, "proposal:" + proposal.ref(), "proposal.page", AccessOutcome.GRANTED);
        return proposal;
    }
}
