package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentOwners;
import id.siks.identity.Actor;
import id.siks.proposal.model.Papers;
import id.siks.proposal.model.Papers.PaperOwner;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the room of evidence about proposals and meetings, to which photos and papers belong. */
@Component
class ProposalAttachments implements AttachmentOwners {

    private final Papers papers;

    ProposalAttachments(Papers papers) {
        this.papers = papers;
    }

    @Override
    public Optional<Owner> find(String reference) {
        return papers.find(reference).map(InThisRoom::new);
    }

    @Override
    public List<String> beside(CaseRef ref) {
        return papers.meetingsOf(ref);
    }

    private record InThisRoom(PaperOwner owner) implements Owner {

        @Override
        public AreaCode area() {
            return owner.area();
        }

        @Override
        public boolean accepts(AttachmentKind kind, Actor actor) {
            return owner.accepts(kind, actor);
        }

        @Override
        public boolean changeable() {
            return owner.open();
        }
    }
}
