package id.siks.finalization.model;

import id.siks.casework.CaseRef;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.finalization.PeriodView;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.Conflict;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The version of a case in a sealed list that somebody has seen (requirement 26): how much has happened to it, alone or with the
 * list. Nothing that happened is ever taken back, so the number only grows.
 */
@Component
public class ItemVersions {

    private final BatchSteps steps;
    private final Timeline timeline;
    private final Actors actors;

    ItemVersions(BatchSteps steps, Timeline timeline, Actors actors) {
        this.steps = steps;
        this.timeline = timeline;
        this.actors = actors;
    }

    /** The present version. */
    public int of(CaseRef member) {
        return timeline.of(member).size();
    }

    /**
     * {@link Conflict} naming who was first when more has happened than {@code seen}. Whoever may not take the case out now is told
     * what {@link BatchSteps#requireMayReturn} says. The caller holds the case's place in the sealed list.
     */
    public void require(PeriodView period, CaseRef member, int seen, Actor by) {
        steps.requireMayReturn(period, member, by);
        List<TimelineEntry> happened = timeline.of(member);
        if (happened.size() != seen) {
            TimelineEntry last = happened.get(happened.size() - 1);
            throw Conflict.because(
                    "finalization.error.item-stale", actors.nameOf(last.by()), Moments.show(last.at(), period.zone()));
        }
    }
}
