package id.siks.proposal;

import id.siks.casework.CaseRef;
import id.siks.fieldcheck.FieldCheckConcluded;
import id.siks.proposal.model.Closing;
import id.siks.proposal.model.Deciding;
import id.siks.proposal.process.ProposalTrunkProcess;
import id.siks.register.PersonDeceased;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the rooms below tell, in their transaction. */
@Component
class ProposalListener {

    private final Deciding deciding;
    private final Closing closing;
    private final ProposalTrunkProcess trunk;
    private final ProposalCasePages pages;

    ProposalListener(Deciding deciding, Closing closing, ProposalTrunkProcess trunk, ProposalCasePages pages) {
        this.deciding = deciding;
        this.closing = closing;
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
        List<CaseRef> ended = closing.endedByDeathOf(deceased.nik());
        trunk.subjectDied(ended);
    }
}
