package id.siks.fieldcheck;

import id.siks.casework.CaseRef;
import id.siks.fieldcheck.model.VisitDesk;
import id.siks.fieldcheck.model.Visitors;
import id.siks.fieldcheck.process.FieldCheckProcess;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for visits to homes. The answer is the event {@link FieldCheckConcluded}. */
@Service
public class FieldChecks {

    private final VisitDesk desk;
    private final FieldCheckProcess process;
    private final Visitors visitors;

    FieldChecks(VisitDesk desk, FieldCheckProcess process, Visitors visitors) {
        this.desk = desk;
        this.process = process;
        this.visitors = visitors;
    }

    /**
     * Sends somebody to the home. The worker of the district is given the visit at once when there is exactly one; else a
     * verifier of the regency chooses. Refuses with {@code Conflict} while a field check of the case is open.
     */
    @Transactional
    public void request(FieldCheckRequest request) {
        desk.open(request);
        process.requested(request.caseRef(), request.village());
    }

    /** Calls the visit off, because the case ended otherwise. Does nothing when no field check of the case is open. */
    @Transactional
    public void cancel(CaseRef caseRef) {
        if (desk.isOpen(caseRef)) {
            process.withdrawn(caseRef);
        }
    }

    /** The newest field check of the case, open or concluded, with its visits and findings per sign. */
    @Transactional(readOnly = true)
    public Optional<FieldCheckView> latest(CaseRef caseRef) {
        return desk.latest(caseRef);
    }

    /** Accounts that stood at the door of any of these, in whichever field check of theirs. */
    @Transactional(readOnly = true)
    public Set<Long> visitors(Collection<CaseRef> caseRefs) {
        return visitors.of(caseRefs);
    }
}
