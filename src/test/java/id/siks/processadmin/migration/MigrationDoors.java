package id.siks.processadmin.migration;

import id.siks.DoorSample;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.processadmin.migration.Migration.State;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Migrations belong to the nation: nobody who may see one comes from elsewhere. */
@Component
class MigrationDoors implements DoorSample {

    private static final String KEY = "test-moving-door";

    private final MovingCases cases;
    private final Pairs pairs;
    private final MigrationRows rows;
    private final TestActors people;
    private String given;

    MigrationDoors(MovingCases cases, Pairs pairs, MigrationRows rows, TestActors people) {
        this.cases = cases;
        this.pairs = pairs;
        this.rows = rows;
        this.people = people;
    }

    @Override
    public List<String> doors() {
        return List.of("/processadmin/migrations/{");
    }

    @Override
    public boolean isOfTheWholeCountry() {
        return true;
    }

    /** One that was given up, so that it stands in nobody's way. */
    @Override
    public Map<String, String> existing() {
        if (given == null) {
            given = Long.toString(givenUp());
        }
        return Map.of("id", given);
    }

    private long givenUp() {
        int source = cases.version(KEY, MovingCases.model(MovingCases.BARE, KEY));
        int target = cases.version(KEY, MovingCases.model(MovingCases.WATCHED, KEY));
        long by = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN))).accountId();
        long id = rows.plan(pairs.of(KEY, source, target), Choice.of(Map.of()), "Uji pintu saja.", by)
                .orElseThrow();
        rows.put(id, State.DROPPED, "DROPPED", by, null);
        return id;
    }
}
