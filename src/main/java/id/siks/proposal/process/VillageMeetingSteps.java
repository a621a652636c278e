package id.siks.proposal.process;

import id.siks.casework.CaseRef;
import id.siks.platform.engine.ProcessSteps;
import id.siks.proposal.model.Meetings;
import id.siks.proposal.model.Meetings.Published;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code village-meeting} asks of this room. */
@ProcessSteps("villageMeeting")
class VillageMeetingSteps {

    private final Meetings meetings;
    private final ProposalTrunkProcess trunk;

    VillageMeetingSteps(Meetings meetings, ProposalTrunkProcess trunk) {
        this.meetings = meetings;
        this.trunk = trunk;
    }

    /** {@code publish-meeting}: every family hears what the meeting said about it. */
    public void publishMeeting(DelegateExecution execution) {
        Published said = meetings.publish(new CaseRef(execution.getProcessBusinessKey()));
        trunk.heard(said.agreed(), true);
        trunk.heard(said.declined(), false);
        trunk.takenBack(said.takenBack());
    }
}
