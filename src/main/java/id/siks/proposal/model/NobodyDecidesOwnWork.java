package id.siks.proposal.model;

import id.siks.identity.Actor;
import id.siks.platform.Refused;
import java.util.Collection;

/** Who drafted, changed, handed in or visited a case does not decide it, whatever other roles he holds and whomever he acts for (requirement 13). */
final class NobodyDecidesOwnWork {

    private NobodyDecidesOwnWork() {}

    /** {@code workers} are account ids of those who worked on the case. */
    static void check(Collection<Long> workers, Actor actor) {
        if (actor.persons().stream().anyMatch(workers::contains)) {
            throw Refused.because("proposal.error.own-work");
        }
    }
}
