package id.siks.finalization.model;

import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.platform.Refused;
import org.springframework.stereotype.Component;

/**
 * Nobody approves his own work (security requirement 13): whoever closed a list at one level does not close it at
 * another, and whoever decided one of its cases does not approve it at any. A deputy
 * counts as himself and as whom he acts for.
 */
@Component
public class SecondPerson {

    private final Closings closings;
    private final BatchItems items;

    SecondPerson(Closings closings, BatchItems items) {
        this.closings = closings;
        this.items = items;
    }

    /** Refuses {@code actor} at {@code level} when he had a part in what is to be approved. */
    public void require(CaseRef period, Level level, Actor actor) {
        boolean approves = level.compareTo(Level.REGENCY) > 0;
        for (long person : actor.persons()) {
            if (closings.closedAnotherLevel(period, level, person)) {
                throw Refused.because("finalization.error.second-person-closed");
            }
            if (approves && items.decidedBy(period, person)) {
                throw Refused.because("finalization.error.second-person-decided");
            }
        }
    }
}
