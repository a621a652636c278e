package id.siks.fieldcheck.model;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Leaves;
import id.siks.identity.Role;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may visit a home: the social workers of its district who are not on leave, but never who drafted the case or handed it
 * in (requirement 13).
 */
@Component
public class EligibleVisitors {

    private final Actors actors;
    private final Leaves leaves;

    EligibleVisitors(Actors actors, Leaves leaves) {
        this.actors = actors;
        this.leaves = leaves;
    }

    /** All who may, in the order of their accounts. */
    public List<Actor> of(AreaCode village, Set<Long> proposers) {
        List<Actor> workers = actors.holding(Role.DISTRICT_SOCIAL_WORKER, village);
        Set<Long> absent =
                leaves.absentAmong(workers.stream().map(Actor::accountId).toList());
        return workers.stream()
                .filter(a -> !absent.contains(a.accountId()))
                .filter(a -> Collections.disjoint(a.persons(), proposers))
                .toList();
    }

    /**
     * Who goes to a home again: {@code visitor}, who knows it, or whoever stands in for him; when neither may go any more, the
     * only one who may. Empty when it is for the workers of the district to take it.
     */
    public Optional<Long> again(long visitor, AreaCode village, Set<Long> proposers) {
        List<Long> eligible =
                of(village, proposers).stream().map(Actor::accountId).toList();
        return Stream.concat(Stream.of(visitor), leaves.deputyOf(visitor).stream())
                .filter(eligible::contains)
                .findFirst()
                .or(() -> eligible.size() == 1 ? Optional.of(eligible.get(0)) : Optional.empty());
    }
}
