package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseTurns;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Batches;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.CardNumbers;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.Sentences;
import org.springframework.stereotype.Component;

/** Why a case ends before its time, written down before the model closes it. */
@Component
public class Closing {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    private final ProposalAccess access;
    private final ProposalVersions versions;
    private final ProposalRepository proposals;
    private final CaseTurns turns;
    private final Batches batches;
    private final BusinessTime time;

    Closing(
            ProposalAccess access,
            ProposalVersions versions,
            ProposalRepository proposals,
            CaseTurns turns,
            Batches batches,
            BusinessTime time) {
        this.access = access;
        this.versions = versions;
        this.proposals = proposals;
        this.turns = turns;
        this.batches = batches;
        this.time = time;
    }

    /**
     * The village takes it back; true when a process has to be told, false when it was only a draft.
     *
     * @param version the one the page showed; {@link Conflict} naming who was first when it is another by now
     */
    public boolean withdraw(CaseRef ref, int version, String reason, Actor actor) {
        turns.take(ref);
        Proposal proposal = access.withdrawable(ref, actor);
        // Nobody moves its list between the look and the deed.
        batches.hold(ref);
        versions.require(proposal, version);
        String text = Tidy.text(reason);
        if (text == null || Sentences.isShort(text, SHORTEST) || text.length() > LONGEST) {
            throw InvalidInput.at("reasonText", "proposal.error.withdraw-reason-length", SHORTEST, LONGEST);
        }
        CardNumbers.refuse("reasonText", text);
        if (proposal.status().isFinal()) {
            throw Conflict.because("proposal.error.ended");
        }
        boolean started = proposal.isOpenCase();
        Reason why = new Reason(ReasonCode.OTHER, text);
        proposal.willEnd(why, actor.accountId());
        if (!started) {
            proposal.cancelled(why, time.now());
        }
        proposals.flush();
        return started;
    }
}
