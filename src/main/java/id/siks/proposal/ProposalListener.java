package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.fieldcheck.FieldCheckConcluded;
import id.siks.finalization.CutoffNeared;
import id.siks.finalization.PeriodOpened;
import id.siks.proposal.model.Deaths;
import id.siks.proposal.model.Deciding;
import id.siks.proposal.model.Meetings;
import id.siks.proposal.process.ProposalTrunkProcess;
import id.siks.proposal.process.VillageMeetingProcess;
import id.siks.register.PersonDeceased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the rooms below tell, in their transaction. */
@Component
class ProposalListener {

    private final Deciding deciding;
    private final Deaths deaths;
    private final ProposalTrunkProcess trunk;
    private final Meetings meetings;
    private final VillageMeetingProcess meetingProcess;
    private final ProposalCasePages pages;

    ProposalListener(
            Deciding deciding,
            Deaths deaths,
            ProposalTrunkProcess trunk,
            Meetings meetings,
            VillageMeetingProcess meetingProcess,
            ProposalCasePages pages) {
        this.deciding = deciding;
        this.deaths = deaths;
        this.trunk = trunk;
        this.meetings = meetings;
        this.meetingProcess = meetingProcess;
        this.pages = pages;
    }

    @EventListener
    @Transactional
    public void on(FieldCheckConcluded concluded) {
        // Other rooms may ask for visits too; whoever asked knows his own cases.
        if (!pages.knows(concluded.caseRef())) {
            return;
        }
        boolean returned = deciding.visited(concluded);
        trunk.fieldCheckConcluded(concluded.caseRef(), returned);
    }

    @EventListener
    @Transactional
    public void on(PersonDeceased deceased) {
        Deaths.Meaning meaning = deaths.of(deceased.nik(), trunk::hasWayBackFromList);
        trunk.subjectDied(meaning.ended());
        meaning.returned().forEach(ref -> trunk.itemReturned(ref, false));
        trunk.memberMismatched(meaning.keptOff());
    }

    @EventListener
    @Transactional
    public void on(PeriodOpened opened) {
        callMeetings(opened.regency());
    }

    @EventListener
    @Transactional
    public void on(CutoffNeared neared) {
        callMeetings(neared.regency());
    }

    /** Whose evidence has grown too old is talked about again in time for the list. */
    private void callMeetings(AreaCode regency) {
        meetings.uncalled(regency).forEach(village -> meetings.callForRest(village)
                .ifPresent(meeting -> meetingProcess.called(meeting, village)));
    }
}
