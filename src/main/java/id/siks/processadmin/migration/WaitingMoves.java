package id.siks.processadmin.migration;

import id.siks.casework.OtherWork;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans to move cases that wait for the actor to begin them; his own wait for somebody else. */
@Component
class WaitingMoves implements OtherWork {

    private final MigrationRows rows;

    WaitingMoves(MigrationRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Waiting> of(Actor actor) {
        int count = actor.holds(Role.PROCESS_RELEASER) ? rows.plannedByOthers(actor.persons()) : 0;
        return count == 0
                ? List.of()
                : List.of(new Waiting("processadmin.migrations.wait", count, "/processadmin/migrations"));
    }
}
