package id.siks.fieldcheck.model;

import id.siks.evidence.Attachments;
import id.siks.platform.retention.Perishable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was found at homes whose case did not lead into the register, with the photos of the visits. */
@Component
class UnsuccessfulVisits implements Perishable {

    private final VisitErasure erasure;
    private final Attachments attachments;

    UnsuccessfulVisits(VisitErasure erasure, Attachments attachments) {
        this.erasure = erasure;
        this.attachments = attachments;
    }

    @Override
    public String kind() {
        return "fieldcheck.unsuccessful";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        List<Long> old = erasure.eraseUnsuccessful(before, held, most);
        attachments.erase(old.stream().map(VisitPhotos::of).toList());
        return old.size();
    }
}
