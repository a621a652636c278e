package id.siks.proposal.process;

import static id.siks.proposal.process.ProposalTrunkSteps.caseOf;
import static id.siks.proposal.process.ProposalTrunkSteps.villageOf;

import id.siks.area.AreaCode;
import id.siks.platform.BeforeCommit;
import id.siks.platform.engine.ProcessSteps;
import id.siks.proposal.model.Meetings;
import id.siks.proposal.model.Meetings.Published;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code village-meeting} asks of this room. */
@ProcessSteps("villageMeeting")
class VillageMeetingSteps {

    private final Meetings meetings;
    private final ProposalTrunkProcess trunk;
    private final ListReturns returns;
    private final VillageMeetingProcess process;

    VillageMeetingSteps(
            Meetings meetings, ProposalTrunkProcess trunk, ListReturns returns, VillageMeetingProcess process) {
        this.meetings = meetings;
        this.trunk = trunk;
        this.returns = returns;
        this.process = process;
    }

    /** {@code publish-meeting}: every family hears what the meeting said about it; for those left over the next one is called. */
    public void publishMeeting(DelegateExecution execution) {
        Published said = meetings.publish(caseOf(execution));
        trunk.heard(said.agreed(), true);
        trunk.heard(said.declined(), false);
        trunk.takenBack(said.takenBack());
        // Whose member has died while the meeting was still to come; it does not wait for the list yet.
        BeforeCommit.run(() -> returns.sendBack(said.agreed()));
        AreaCode village = villageOf(execution);
        meetings.callForRest(village).ifPresent(next -> process.called(next, village));
    }

    /** {@code call-off-meeting}: nobody is left to be talked about. */
    public void callOffMeeting(DelegateExecution execution) {
        meetings.callOff(caseOf(execution));
    }
}
