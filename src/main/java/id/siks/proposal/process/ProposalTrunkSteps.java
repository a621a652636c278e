package id.siks.proposal.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.platform.BeforeCommit;
import id.siks.platform.engine.EngineVariables;
import id.siks.platform.engine.ProcessSteps;
import id.siks.proposal.model.BatchTravel;
import id.siks.proposal.model.Meetings;
import id.siks.proposal.model.Milestones;
import id.siks.proposal.model.Milestones.Route;
import java.util.List;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code proposal-trunk} asks of this room, in the diagram's order. */
@ProcessSteps("proposalTrunk")
class ProposalTrunkSteps {

    private final Milestones milestones;
    private final Meetings meetings;
    private final BatchTravel batch;
    private final ProposalTrunkProcess trunk;
    private final VillageMeetingProcess meetingProcess;

    ProposalTrunkSteps(
            Milestones milestones,
            Meetings meetings,
            BatchTravel batch,
            ProposalTrunkProcess trunk,
            VillageMeetingProcess meetingProcess) {
        this.milestones = milestones;
        this.meetings = meetings;
        this.batch = batch;
        this.trunk = trunk;
        this.meetingProcess = meetingProcess;
    }

    /** {@code match-identity}: the civil registry is asked. */
    public void matchIdentity(DelegateExecution execution) {
        if (!milestones.matchIdentity(caseOf(execution))) {
            throw new BpmnError(ProposalTrunk.IDENTITY_MISMATCH);
        }
    }

    /** {@code decide-route}: which stations this case passes. */
    public void decideRoute(DelegateExecution execution) {
        Route route = milestones.route(caseOf(execution));
        execution.setVariable(ProposalTrunk.MEETING_NEEDED, EngineVariables.passing(route.meetingNeeded()));
        execution.setVariable(ProposalTrunk.VILLAGE_LIST_NEEDED, EngineVariables.passing(route.villageListNeeded()));
        // The only one that is read later: after the village has closed its list.
        execution.setVariable(ProposalTrunk.FIELD_CHECK_NEEDED, route.fieldCheckNeeded());
    }

    /** {@code call-meeting}: the village can talk about it; its meeting is called if none is. */
    public void callMeeting(DelegateExecution execution) {
        milestones.callMeeting(caseOf(execution));
        AreaCode village = villageOf(execution);
        meetings.callIfNone(village, null).ifPresent(meeting -> meetingProcess.called(meeting, village));
    }

    /** {@code decline-proposal}: the meeting said no. */
    public void declineProposal(DelegateExecution execution) {
        milestones.decline(caseOf(execution));
    }

    /** {@code offer-to-list}: the village may put it on its list of the month. */
    public void offerToList(DelegateExecution execution) {
        milestones.offerToList(caseOf(execution));
    }

    /** {@code request-field-check}: somebody is sent to the home. */
    public void requestFieldCheck(DelegateExecution execution) {
        milestones.requestFieldCheck(caseOf(execution));
    }

    /** {@code present-to-regency}: the verifier's turn. */
    public void presentToRegency(DelegateExecution execution) {
        milestones.presentToRegency(caseOf(execution));
    }

    /** {@code approve-proposal}: it travels with the batch; too late for its own, it is told so as soon as it waits for one. */
    public void approveProposal(DelegateExecution execution) {
        CaseRef ref = caseOf(execution);
        if (!milestones.approve(ref)) {
            // The step is not over yet and its case waits for nothing; whatever is drawn behind it follows first.
            BeforeCommit.run(() -> trunk.rolledOver(ref));
        }
    }

    /** {@code reject-proposal}: the regency said no. */
    public void rejectProposal(DelegateExecution execution) {
        milestones.reject(caseOf(execution));
    }

    /** {@code return-to-village}: a reviewer wants it mended. */
    public void returnToVillage(DelegateExecution execution) {
        milestones.returnToVillage(caseOf(execution));
    }

    /** {@code return-to-regency}: the ministry wants it mended; whether the last visit still counts, the route says. */
    public void returnToRegency(DelegateExecution execution) {
        CaseRef ref = caseOf(execution);
        milestones.returnToRegency(ref);
        execution.setVariable(
                ProposalTrunk.FIELD_CHECK_NEEDED, milestones.route(ref).fieldCheckNeeded());
    }

    /** {@code reject-item}: the ministry said no. */
    public void rejectItem(DelegateExecution execution) {
        milestones.rejectItem(caseOf(execution));
    }

    /** {@code carry-over}: it missed its batch. */
    public void carryOver(DelegateExecution execution) {
        milestones.carryOver(caseOf(execution));
    }

    /** {@code apply-to-register}: the truth changes; a determined batch has done that for the whole chunk already. */
    public void applyToRegister(DelegateExecution execution) {
        CaseRef ref = caseOf(execution);
        if (!batch.isDetermined(ref)) {
            batch.determine(List.of(ref), null);
        }
    }

    /** {@code close-withdrawn-proposal}: the village took it back. */
    public void closeWithdrawnProposal(DelegateExecution execution) {
        close(execution, "withdrawn");
    }

    /** {@code decline-agreed-proposal}: a later meeting said no after all. */
    public void declineAgreedProposal(DelegateExecution execution) {
        milestones.decline(caseOf(execution));
    }

    /** {@code close-proposal-of-deceased}: the head of the family has died. */
    public void closeProposalOfDeceased(DelegateExecution execution) {
        close(execution, "subject-died");
    }

    /** With the last family that was to be talked about the meeting goes too. */
    private void close(DelegateExecution execution, String what) {
        milestones.close(caseOf(execution), what);
        meetings.needless(villageOf(execution)).ifPresent(meetingProcess::familiesGone);
    }

    static AreaCode villageOf(DelegateExecution execution) {
        return new AreaCode((String) execution.getVariable(EngineVariables.AREA_CODE));
    }

    static CaseRef caseOf(DelegateExecution execution) {
        return new CaseRef(execution.getProcessBusinessKey());
    }
}
