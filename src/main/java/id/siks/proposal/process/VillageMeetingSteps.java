package id.siks.proposal.process;

import static id.siks.proposal.process.ProposalTrunkSteps.caseOf;
import static id.siks.proposal.process.ProposalTrunkSteps.villageOf;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.platform.engine.ProcessSteps;
import id.siks.proposal.model.KeptOff;
import id.siks.proposal.model.Meetings;
import id.siks.proposal.model.Meetings.Published;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What {@code village-meeting} asks of this room. */
@ProcessSteps("villageMeeting")
class VillageMeetingSteps {

    private final Meetings meetings;
    private final KeptOff keptOff;
    private final ProposalTrunkProcess trunk;
    private final VillageMeetingProcess process;

    VillageMeetingSteps(Meetings meetings, KeptOff keptOff, ProposalTrunkProcess trunk, VillageMeetingProcess process) {
        this.meetings = meetings;
        this.keptOff = keptOff;
        this.trunk = trunk;
        this.process = process;
    }

    /** {@code publish-meeting}: every family hears what the meeting said about it; for those left over the next one is called. */
    public void publishMeeting(DelegateExecution execution) {
        Published said = meetings.publish(caseOf(execution));
        trunk.heard(said.agreed(), true);
        trunk.heard(said.declined(), false);
        trunk.takenBack(said.takenBack());
        BeforeCommit.run(() -> sendBackUnmatched(said.agreed()));
        AreaCode village = villageOf(execution);
        meetings.callForRest(village).ifPresent(next -> process.called(next, village));
    }

    /** Whom the civil registry has called otherwise while the meeting was still to come is corrected in time for the list. */
    private void sendBackUnmatched(List<CaseRef> agreed) {
        Set<CaseRef> unmatched = keptOff.among(trunk.waitingForVillage(agreed));
        keptOff.judge(unmatched);
        trunk.keptOff(unmatched);
    }

    /** {@code call-off-meeting}: nobody is left to be talked about. */
    public void callOffMeeting(DelegateExecution execution) {
        meetings.callOff(caseOf(execution));
    }
}
