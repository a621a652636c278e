package id.siks.proposal.model;

import id.siks.platform.retention.Perishable;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What determined cases claimed: the register has taken it over and holds it as it is now. */
@Component
class DeterminedContents implements Perishable {

    private final ContentErasure erasure;

    DeterminedContents(ContentErasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public String kind() {
        return "proposal.determined";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return erasure.eraseDetermined(before, held, most).size();
    }
}
