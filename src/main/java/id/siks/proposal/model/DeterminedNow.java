package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.platform.TransactionScope;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;

/** The cases this transaction has determined, so that their processes need not ask for each. */
@Component
@Scope(scopeName = TransactionScope.NAME, proxyMode = ScopedProxyMode.TARGET_CLASS)
class DeterminedNow {

    private final Set<CaseRef> refs = new HashSet<>();

    void add(Collection<CaseRef> determined) {
        refs.addAll(determined);
    }

    boolean has(CaseRef ref) {
        return refs.contains(ref);
    }
}
