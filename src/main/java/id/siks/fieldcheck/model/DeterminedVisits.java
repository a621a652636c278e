package id.siks.fieldcheck.model;

import id.siks.platform.retention.Perishable;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was found at homes whose families are in the register. The photos prove the entry and stay as long as it stands. */
@Component
class DeterminedVisits implements Perishable {

    private final VisitErasure erasure;

    DeterminedVisits(VisitErasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public String kind() {
        return "fieldcheck.determined";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return erasure.eraseDetermined(before, held, most).size();
    }
}
