package id.siks.proposal.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.platform.engine.EngineVariables;
import id.siks.platform.engine.ProcessSteps;
import id.siks.proposal.model.Meetings;
import id.siks.proposal.model.Meetings.Published;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code village-meeting} asks of this room. */
@ProcessSteps("villageMeeting")
class VillageMeetingSteps {

    private final Meetings meetings;
    private final ProposalTrunkProcess trunk;
    private final VillageMeetingProcess process;

    VillageMeetingSteps(Meetings meetings, ProposalTrunkProcess trunk, VillageMeetingProcess process) {
        this.meetings = meetings;
        this.trunk = trunk;
        this.process = process;
    }

    /** {@code publish-meeting}: every family hears what the meeting said about it; for those left over the next one is called. */
    public void publishMeeting(DelegateExecution execution) {
        Published said = meetings.publish(caseOf(execution));
        trunk.heard(said.agreed(), true);
        trunk.heard(said.declined(), false);
        trunk.takenBack(said.takenBack());
        AreaCode village = new AreaCode((String) execution.getVariable(EngineVariables.AREA_CODE));
        meetings.callForRest(village).ifPresent(next -> process.called(next, village));
    }

    /** {@code call-off-meeting}: nobody is left to be talked about. */
    public void callOffMeeting(DelegateExecution execution) {
        meetings.callOff(caseOf(execution));
    }

    private static CaseRef caseOf(DelegateExecution execution) {
        return new CaseRef(execution.getProcessBusinessKey());
    }
}
