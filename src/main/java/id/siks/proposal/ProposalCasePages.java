package id.siks.proposal;

import id.siks.casework.CasePages;
import id.siks.casework.CaseRef;
import org.springframework.stereotype.Component;

/** Where the pages of this room's cases are. */
@Component
class ProposalCasePages implements CasePages {

    /** How numbers of proposals begin. */
    static final String PROPOSAL = "USL-";

    @Override
    public boolean knows(CaseRef ref) {
        return ref.value().startsWith(PROPOSAL);
    }

    @Override
    public String path(CaseRef ref) {
        return "/proposal/" + ref;
    }

    @Override
    public String photos(CaseRef ref) {
        return path(ref) + "#photos";
    }

    @Override
    public String place(CaseRef ref) {
        return path(ref) + "#place";
    }
}
