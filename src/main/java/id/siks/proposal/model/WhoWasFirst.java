package id.siks.proposal.model;

import id.siks.casework.Moments;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.identity.Actors;
import id.siks.platform.Conflict;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says who was faster where a proposal is no longer as a page showed it. */
@Component
class WhoWasFirst {

    private final Timeline timeline;
    private final Moments moments;
    private final Actors actors;

    WhoWasFirst(Timeline timeline, Moments moments, Actors actors) {
        this.timeline = timeline;
        this.moments = moments;
        this.actors = actors;
    }

    /** {@link Conflict} unless {@code version} is the present one. */
    void require(Proposal proposal, int version) {
        if (proposal.version() != version) {
            throw conflict(proposal);
        }
    }

    // Who wrote in it is kept with it; whatever else changes it is something that happened to the case.
    private Conflict conflict(Proposal proposal) {
        List<TimelineEntry> happened = proposal.isEditable() ? List.of() : timeline.of(proposal.ref());
        if (happened.isEmpty()) {
            return Conflict.because(
                    "proposal.error.stale", actors.nameOf(proposal.authors().changedBy()));
        }
        TimelineEntry last = happened.get(happened.size() - 1);
        return Conflict.because(
                "proposal.error.overtaken", actors.nameOf(last.by()), moments.full(last.at(), proposal.village()));
    }
}
