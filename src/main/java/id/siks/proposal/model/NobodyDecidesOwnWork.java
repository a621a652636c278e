package id.siks.proposal.model;

import id.siks.identity.Actor;
import id.siks.platform.Refused;
import java.util.Collection;

/**
 * Who drafted, changed, handed in or visited a case, or whose own family it is, neither signs for it nor decides it, and who
 * recorded or signed the village's word on it does not decide it, whatever other roles he holds and whomever he acts for
 * (requirement 13).
 */
final class NobodyDecidesOwnWork {

    private NobodyDecidesOwnWork() {}

    /**
     * Refuses one of the workers.
     *
     * @param workers account ids of those who worked on the case
     * @param sentence key of what he is told
     */
    static void check(Collection<Long> workers, Actor actor, String sentence) {
        if (actor.persons().stream().anyMatch(workers::contains)) {
            throw Refused.because(sentence);
        }
    }
}
