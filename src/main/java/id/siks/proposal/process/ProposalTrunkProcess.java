package id.siks.proposal.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.platform.engine.EngineVariables;
import id.siks.proposal.RegencyDecision;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What this room tells {@code proposal-trunk}. */
@Component
public class ProposalTrunkProcess {

    private final CaseEngine engine;

    ProposalTrunkProcess(CaseEngine engine) {
        this.engine = engine;
    }

    /** These were handed in, each in its village. */
    public void submitted(String kind, Map<CaseRef, AreaCode> cases) {
        engine.start(ProposalTrunk.KEY, kind, cases);
    }

    /** Who has the task of mending it and keeps it from {@code account}; empty when nobody else has. */
    public Optional<Long> mender(CaseRef ref, long account) {
        return engine.keeper(ref, ProposalTrunk.CORRECT_PROPOSAL, account);
    }

    /** It was mended and handed in again by {@code account}, whose task that is from now on. */
    public void corrected(CaseRef ref, long account) {
        engine.assign(ref, ProposalTrunk.CORRECT_PROPOSAL, account);
        engine.complete(ref, ProposalTrunk.CORRECT_PROPOSAL, Map.of());
    }

    /** The meeting has spoken about these; answers how many waited for it. */
    public int heard(Collection<CaseRef> refs, boolean agreed) {
        return engine.tell(
                ProposalTrunk.MEETING_RECORDED, refs, Map.of(ProposalTrunk.AGREED, EngineVariables.passing(agreed)));
    }

    /** Those that wait for their village to close its list. */
    public List<CaseRef> waitingForVillage(Collection<CaseRef> refs) {
        return engine.waiting(ProposalTrunk.VILLAGE_FINALIZED, refs);
    }

    /** Their village has closed its list. */
    public int villageFinalized(Collection<CaseRef> refs) {
        return engine.tell(ProposalTrunk.VILLAGE_FINALIZED, refs, Map.of());
    }

    /**
     * Those that wait for their village's list and that their diagram leads back from there; a case of a diagram older than this
     * way is not among them.
     */
    List<CaseRef> withWayBackFromList(Collection<CaseRef> refs) {
        return engine.waiting(ProposalTrunk.MEMBER_MISMATCHED, refs);
    }

    /** The same of one case. */
    public boolean hasWayBackFromList(CaseRef ref) {
        return !withWayBackFromList(List.of(ref)).isEmpty();
    }

    /** They cannot be on their village's list: the civil registry knows a member otherwise by now. */
    public int memberMismatched(Collection<CaseRef> refs) {
        return engine.tell(ProposalTrunk.MEMBER_MISMATCHED, refs, Map.of());
    }

    /** The visits are over. */
    public int fieldCheckConcluded(CaseRef ref, boolean returned) {
        return engine.tell(
                ProposalTrunk.FIELD_CHECK_CONCLUDED,
                List.of(ref),
                Map.of(ProposalTrunk.FIELD_CHECK_RETURNED, EngineVariables.passing(returned)));
    }

    /** The regency has decided. */
    public void decided(CaseRef ref, RegencyDecision decision) {
        engine.complete(
                ref,
                ProposalTrunk.DECIDE_PROPOSAL,
                Map.of(
                        ProposalTrunk.DECISION,
                        EngineVariables.passing(decision.name().toLowerCase(Locale.ROOT))));
    }

    /** The minister has determined these. */
    public int batchDetermined(Collection<CaseRef> refs) {
        return engine.tell(ProposalTrunk.BATCH_DETERMINED, refs, Map.of());
    }

    /** It was taken out of its batch, to be mended by the regency or by the village. */
    public int itemReturned(CaseRef ref, boolean toRegency) {
        return engine.tell(
                ProposalTrunk.ITEM_RETURNED,
                List.of(ref),
                Map.of(ProposalTrunk.TO_REGENCY, EngineVariables.passing(toRegency)));
    }

    /** The ministry took it out of its batch and ends it. */
    public int itemRejected(CaseRef ref) {
        return engine.tell(ProposalTrunk.ITEM_REJECTED, List.of(ref), Map.of());
    }

    /** It missed its batch, and waits for one. */
    void rolledOver(CaseRef ref) {
        engine.tell(ProposalTrunk.ITEM_ROLLED_OVER, List.of(ref), Map.of());
    }

    /** The village takes it back, wherever it waits. */
    public int withdrawn(Collection<CaseRef> refs) {
        return withdrawn(refs, false);
    }

    /** A later meeting declined these, although an earlier one had agreed. */
    public void takenBack(Collection<CaseRef> refs) {
        withdrawn(refs, true);
    }

    private int withdrawn(Collection<CaseRef> refs, boolean byMeeting) {
        return engine.tell(
                ProposalTrunk.PROPOSAL_WITHDRAWN,
                refs,
                Map.of(ProposalTrunk.BY_MEETING, EngineVariables.passing(byMeeting)));
    }

    /** The head of the family has died. */
    public int subjectDied(Collection<CaseRef> refs) {
        return engine.tell(ProposalTrunk.SUBJECT_DIED, refs, Map.of());
    }
}
