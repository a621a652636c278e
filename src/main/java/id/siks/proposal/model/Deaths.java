package id.siks.proposal.model;

import id.siks.casework.CaseChanged;
import id.siks.casework.CaseNoted;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseTurns;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Batches;
import id.siks.platform.BusinessTime;
import id.siks.proposal.RegencyDecision;
import id.siks.proposal.Remark;
import id.siks.proposal.model.DecisionLog.Level;
import id.siks.register.FamilyContent;
import id.siks.register.RegistryStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Somebody in an open case has died. With its head of family the case ends. Without another member the family is still
 * there, but nobody may be listed or determined who is dead: what waits for its village's list or for its determination goes
 * back to the village, and whatever has not been decided yet cannot be approved before it is corrected.
 */
@Component
public class Deaths {

    private final ProposalAccess access;
    private final OpenSubjects open;
    private final CaseTurns turns;
    private final Batches batches;
    private final DecisionLog log;
    private final OfficialWords words;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Deaths(
            ProposalAccess access,
            OpenSubjects open,
            CaseTurns turns,
            Batches batches,
            DecisionLog log,
            OfficialWords words,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.access = access;
        this.open = open;
        this.turns = turns;
        this.batches = batches;
        this.log = log;
        this.words = words;
        this.events = events;
        this.time = time;
    }

    /**
     * Writes down what the death means for every open case the person is in; the model carries it out.
     *
     * @param wayBack whether the model of a case leads back from the village's list; that of an older one does not
     */
    public Meaning of(String nik, Predicate<CaseRef> wayBack) {
        Meaning meaning = new Meaning(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (CaseRef ref : open.casesOf(nik)) {
            turns.take(ref);
            batches.hold(ref);
            // Locked, so that nobody approves on what he read a moment before.
            Proposal proposal = access.locked(ref);
            if (!proposal.isOpenCase()) {
                // The decree was faster; the register is another case's business.
                continue;
            }
            if (isHead(proposal.family(), nik)) {
                proposal.willEnd(reason(OfficialWords.DIED), null);
                meaning.ended().add(ref);
            } else if (proposal.awaitsBatch()) {
                takeOut(proposal, nik);
                meaning.returned().add(ref);
            } else if (proposal.awaitsList() && wayBack.test(ref)) {
                takeOut(proposal, nik);
                meaning.keptOff().add(ref);
            } else {
                Instant now = time.now();
                proposal.memberDied(now);
                events.publishEvent(new CaseChanged(ref));
                events.publishEvent(
                        new CaseNoted(List.of(ref), "member-died", null, words.say(OfficialWords.MEMBER_DIED), now));
            }
        }
        return meaning;
    }

    private void takeOut(Proposal proposal, String nik) {
        Reason why = reason(OfficialWords.MEMBER_DIED);
        List<Remark> remarks =
                List.of(new Remark(field(proposal.family(), nik), words.answered(RegistryStatus.DECEASED)));
        proposal.judged(why, remarks);
        log.add(proposal.ref(), Level.CIVIL_REGISTRY, RegencyDecision.RETURN.name(), why, remarks, null, time.now());
    }

    private static boolean isHead(FamilyContent family, String nik) {
        return HeadOfFamily.of(family).map(head -> nik.equals(head.nik())).orElse(false);
    }

    private static String field(FamilyContent family, String nik) {
        for (int i = 0; i < family.members().size(); i++) {
            if (nik.equals(family.members().get(i).nik())) {
                return "members[" + i + "].nik";
            }
        }
        return "members";
    }

    private Reason reason(String key) {
        return new Reason(ReasonCode.DECEASED, words.say(key));
    }

    /**
     * What becomes of the cases of somebody who died.
     *
     * @param ended to be closed
     * @param returned to be taken out of their batch, back to the village
     * @param keptOff to be kept off the list of their village, back to it
     */
    public record Meaning(List<CaseRef> ended, List<CaseRef> returned, List<CaseRef> keptOff) {}
}
