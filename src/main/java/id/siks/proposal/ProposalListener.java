package id.siks.proposal;

import id.siks.fieldcheck.FieldCheckConcluded;
import id.siks.proposal.model.Deaths;
import id.siks.proposal.model.Deciding;
import id.siks.proposal.process.ProposalTrunkProcess;
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
    private final ProposalCasePages pages;

    ProposalListener(Deciding deciding, Deaths deaths, ProposalTrunkProcess trunk, ProposalCasePages pages) {
        this.deciding = deciding;
        this.deaths = deaths;
        this.trunk = trunk;
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
        Deaths.Meaning meaning = deaths.of(deceased.nik());
        trunk.subjectDied(meaning.ended());
        meaning.returned().forEach(ref -> trunk.itemReturned(ref, false));
    }
}
