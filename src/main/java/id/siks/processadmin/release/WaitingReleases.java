package id.siks.processadmin.release;

import id.siks.casework.OtherWork;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Proposals that wait for the actor to release or decline them; his own wait for somebody else. */
@Component
class WaitingReleases implements OtherWork {

    private final Releases releases;

    WaitingReleases(Releases releases) {
        this.releases = releases;
    }

    @Override
    public List<Waiting> of(Actor actor) {
        int count = actor.holds(Role.PROCESS_RELEASER) ? releases.waitingFor(actor) : 0;
        return count == 0
                ? List.of()
                : List.of(new Waiting("processadmin.releases.wait", count, "/processadmin/releases"));
    }
}
