package id.siks.proposal.model;

import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.fieldcheck.FieldCheckRequest;
import id.siks.fieldcheck.FieldChecks;
import id.siks.finalization.Batches;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.proposal.RegencyDecision;
import id.siks.proposal.model.DecisionLog.Level;
import id.siks.proposal.model.DecisionLog.Said;
import id.siks.register.FamilyContent;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What happens at each step of {@code proposal-trunk}: here the status of a single submitted case moves. Many at once move
 * with their batch, {@link BatchTravel}.
 */
@Component
public class Milestones {

    private static final Set<Level> TAKE_OUT = EnumSet.of(Level.REGENCY_BATCH, Level.REGENT, Level.PROVINCE);

    private final ProposalAccess access;
    private final VillageMeetingRepository meetings;
    private final IdentityCheck identity;
    private final RouteTable routes;
    private final DecisionLog decisions;
    private final Advice advice;
    private final FieldChecks fieldChecks;
    private final Batches batches;
    private final OpenSubjects open;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Milestones(
            ProposalAccess access,
            VillageMeetingRepository meetings,
            IdentityCheck identity,
            RouteTable routes,
            DecisionLog decisions,
            Advice advice,
            FieldChecks fieldChecks,
            Batches batches,
            OpenSubjects open,
            Actors actors,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.access = access;
        this.meetings = meetings;
        this.identity = identity;
        this.routes = routes;
        this.decisions = decisions;
        this.advice = advice;
        this.fieldChecks = fieldChecks;
        this.batches = batches;
        this.open = open;
        this.actors = actors;
        this.events = events;
        this.time = time;
    }

    /** Asks the civil registry; false when the case has to be corrected. */
    public boolean matchIdentity(CaseRef ref) {
        Proposal proposal = access.get(ref);
        proposal.counted(advice.of(proposal.family()).signs().size());
        boolean matched = identity.check(proposal);
        if (!matched) {
            tell(proposal, "identity-mismatched", Role.VILLAGE_OPERATOR, null);
        }
        return matched;
    }

    /** Which way the case goes from here. */
    public Route route(CaseRef ref) {
        return routes.of(access.get(ref));
    }

    /** The village can talk about it. */
    public void callMeeting(CaseRef ref) {
        Proposal proposal = access.get(ref);
        proposal.take(Move.BE_READY_FOR_MEETING, time.now());
        tell(proposal, "ready-for-meeting", Role.VILLAGE_OPERATOR, null);
    }

    /** The village may put it on its list of the month. */
    public void offerToList(CaseRef ref) {
        Proposal proposal = access.get(ref);
        boolean byMeeting = proposal.status() == CaseStatus.READY_FOR_MEETING;
        proposal.take(Move.AGREE, time.now());
        if (byMeeting) {
            tell(
                    proposal,
                    "agreed",
                    Role.VILLAGE_OPERATOR,
                    signerOf(proposal),
                    proposal.villageWord().agreedDespite());
        } else {
            tell(proposal, "ready-for-list", Role.VILLAGE_OPERATOR, null);
        }
    }

    /** The meeting said no. */
    public void decline(CaseRef ref) {
        Proposal proposal = access.get(ref);
        proposal.take(Move.DECLINE, time.now());
        tell(proposal, "declined", null, signerOf(proposal));
        open.release(List.of(ref));
    }

    /** Somebody has to go there. */
    public void requestFieldCheck(CaseRef ref) {
        Proposal proposal = access.get(ref);
        proposal.take(Move.ASK_FOR_VISIT, time.now());
        tell(proposal, "field-check-requested", Role.DISTRICT_SOCIAL_WORKER, null);
        FamilyContent family = proposal.family();
        fieldChecks.request(new FieldCheckRequest(
                ref,
                proposal.village(),
                proposal.subject(),
                family.addressLine(),
                family.phone(),
                family.place(),
                advice.of(family).signs().stream().map(Enum::name).toList(),
                family.excludedByWork(),
                mayNotVisit(proposal)));
    }

    private static Set<Long> mayNotVisit(Proposal proposal) {
        Set<Long> accounts = new HashSet<>(proposal.authors().proposers());
        if (proposal.origin().familyOf() != null) {
            accounts.add(proposal.origin().familyOf());
        }
        return accounts;
    }

    /** The regency's turn. */
    public void presentToRegency(CaseRef ref) {
        Proposal proposal = access.get(ref);
        if (proposal.status() == CaseStatus.RETURNED_BY_MINISTRY) {
            // It says so, and who has it, until the verifier has decided again.
            return;
        }
        proposal.take(Move.PRESENT, time.now());
        tell(proposal, "presented", Role.REGENCY_VERIFIER, null);
    }

    /**
     * The verifier said yes: it travels with the batch.
     *
     * @return false when he came too late for the list of its period: it travels with the next one
     */
    public boolean approve(CaseRef ref) {
        Proposal proposal = access.get(ref);
        Said said = said(ref);
        if (said.level() != Level.REGENCY || !said.decision().equals(RegencyDecision.APPROVE.name())) {
            throw new IllegalStateException("The regency has not approved " + ref);
        }
        proposal.take(Move.APPROVE, time.now());
        tell(proposal, "decided-approve", Role.REGENCY_OFFICE_HEAD, said.by(), said.despite());
        return batches.approved(ref, actors.byId(said.by())).isEmpty();
    }

    /** The verifier said no. */
    public void reject(CaseRef ref) {
        Proposal proposal = access.get(ref);
        proposal.take(Move.REJECT, time.now());
        tell(proposal, "decided-reject", null, said(ref).by());
        open.release(List.of(ref));
        batches.withdrawn(ref);
    }

    /** A reviewer at any level wants it mended. */
    public void returnToVillage(CaseRef ref) {
        Proposal proposal = access.get(ref);
        Said said = said(ref);
        proposal.take(Move.RETURN_TO_VILLAGE, time.now());
        tell(proposal, said.level() == Level.REGENCY ? "decided-return" : "returned", Role.VILLAGE_OPERATOR, said.by());
        // Who takes it out of a sealed list has done so already.
        if (!TAKE_OUT.contains(said.level())) {
            batches.returned(ref);
        }
    }

    /** The ministry wants it mended: the regency sees to it, whose list it stood on (glossary 2, articles 6 to 8; 6.1). */
    public void returnToRegency(CaseRef ref) {
        Proposal proposal = access.get(ref);
        proposal.take(Move.RETURN_TO_REGENCY, time.now());
        tell(proposal, "returned-to-regency", Role.REGENCY_VERIFIER, said(ref).by());
    }

    /** The ministry said no; it has taken it out of the batch already. */
    public void rejectItem(CaseRef ref) {
        Proposal proposal = access.get(ref);
        proposal.take(Move.REJECT_BY_MINISTRY, time.now());
        tell(proposal, "rejected-by-ministry", null, said(ref).by());
        open.release(List.of(ref));
    }

    /** It missed its batch and waits for the next. */
    public void carryOver(CaseRef ref) {
        Proposal proposal = access.get(ref);
        proposal.take(Move.ROLL_OVER, time.now());
        String next = batches.periodOf(ref).map(CaseRef::value).orElse(null);
        tell(proposal, "rolled-over", Role.REGENCY_OFFICE_HEAD, null, next);
    }

    /** It ends before its time; why is written in it already. */
    public void close(CaseRef ref, String what) {
        Proposal proposal = access.get(ref);
        proposal.cancelled(proposal.reason(), time.now());
        tell(proposal, what, null, proposal.authors().changedBy());
        open.release(List.of(ref));
        fieldChecks.cancel(ref);
        batches.withdrawn(ref);
    }

    /** Who put his name under the meeting's word. */
    private Long signerOf(Proposal proposal) {
        return meetings.findByMeetingRef(proposal.villageWord().meetingRef())
                .map(VillageMeeting::signedBy)
                .orElse(null);
    }

    private Said said(CaseRef ref) {
        return decisions.last(ref).orElseThrow(() -> new IllegalStateException("Nothing was decided on " + ref));
    }

    private void tell(Proposal proposal, String what, Role holder, Long by) {
        tell(proposal, what, holder, by, null);
    }

    private void tell(Proposal proposal, String what, Role holder, Long by, String note) {
        events.publishEvent(new CaseProgressed(
                List.of(proposal.ref()), what, proposal.status(), holder, by, proposal.reason(), note, time.now()));
    }

    /** Routing values for the gateways. */
    public record Route(boolean meetingNeeded, boolean villageListNeeded, boolean fieldCheckNeeded) {}
}
