package id.siks.finalization.model;

import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.finalization.model.BatchItems.Item;
import id.siks.identity.Actor;
import id.siks.platform.Refused;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Nobody approves his own work (security requirement 13): whoever closed a list at one level does not close it at
 * another, and whoever proposed, visited or decided one of its cases, ever, does not approve it at any nor take that case
 * out. A deputy counts as himself and as whom he acts for.
 */
@Component
public class SecondPerson {

    private final Closings closings;
    private final BatchItems items;
    private final ObjectProvider<BatchMember> members;

    SecondPerson(Closings closings, BatchItems items, ObjectProvider<BatchMember> members) {
        this.closings = closings;
        this.items = items;
        this.members = members;
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
        if (approves) {
            requireNoHandIn(items.sealed(period).stream().map(Item::ref).toList(), actor);
        }
    }

    /** Refuses {@code actor} who had a part in this case when he takes it out of its list. */
    void require(CaseRef member, Actor actor) {
        requireNoHandIn(List.of(member), actor);
    }

    private void requireNoHandIn(List<CaseRef> cases, Actor actor) {
        if (!Collections.disjoint(members.getObject().workersOn(cases), actor.persons())) {
            throw Refused.because("finalization.error.second-person-worked");
        }
    }
}
