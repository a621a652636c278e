package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.casework.SubjectChanged;
import id.siks.platform.retention.Perishable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What declined, rejected and withdrawn cases claimed; with it goes whose they were, in every room. */
@Component
class UnsuccessfulContents implements Perishable {

    private static final String NOBODY = "";

    private final ContentErasure erasure;
    private final ApplicationEventPublisher events;

    UnsuccessfulContents(ContentErasure erasure, ApplicationEventPublisher events) {
        this.erasure = erasure;
        this.events = events;
    }

    @Override
    public String kind() {
        return "proposal.unsuccessful";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        List<CaseRef> gone = erasure.eraseUnsuccessful(before, held, most);
        if (!gone.isEmpty()) {
            events.publishEvent(new SubjectChanged(gone, NOBODY));
        }
        return gone.size();
    }
}
