package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.platform.PerTransaction;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The cases this transaction has determined, so that their processes need not ask for each. */
@Component
class DeterminedNow {

    private final PerTransaction<Set<CaseRef>> refs = new PerTransaction<>(HashSet::new);

    void add(Collection<CaseRef> determined) {
        refs.current().addAll(determined);
    }

    boolean has(CaseRef ref) {
        return refs.current().contains(ref);
    }
}
