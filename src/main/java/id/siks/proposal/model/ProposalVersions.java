package id.siks.proposal.model;

import id.siks.casework.SeenCases;
import id.siks.casework.TimelineEntry;
import id.siks.identity.Actors;
import id.siks.platform.Conflict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The version of a proposal that somebody has seen (requirement 26): how often it was written, which each step of its own does,
 * and how much its list went through with it, which writes nothing in it.
 */
@Component
class ProposalVersions {

    private final SeenCases seenCases;
    private final Actors actors;

    ProposalVersions(SeenCases seenCases, Actors actors) {
        this.seenCases = seenCases;
        this.actors = actors;
    }

    /** The present version. */
    int of(Proposal proposal) {
        return proposal.version() + (proposal.authors().isHandedIn() ? seenCases.withList(proposal.ref()) : 0);
    }

    /** {@link Conflict} naming who was first unless {@code seen} is the present version. */
    void require(Proposal proposal, int seen) {
        if (of(proposal) != seen) {
            throw conflict(proposal);
        }
    }

    private Conflict conflict(Proposal proposal) {
        return happenedLast(proposal)
                .map(last -> seenCases.overtaken(last, "proposal.error.overtaken", proposal.village()))
                .orElseGet(() -> Conflict.because(
                        "proposal.error.stale", actors.nameOf(proposal.authors().changedBy())));
    }

    // What its village writes in it while it may is nothing that happens to it.
    private Optional<TimelineEntry> happenedLast(Proposal proposal) {
        return seenCases
                .last(proposal.ref())
                .filter(last -> !proposal.isEditable() || !last.at().isBefore(proposal.changedAt()));
    }
}
