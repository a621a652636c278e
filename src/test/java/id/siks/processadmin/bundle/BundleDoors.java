package id.siks.processadmin.bundle;

import id.siks.DoorSample;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Bundles belong to the nation: nobody who may see one comes from elsewhere. */
@Component
class BundleDoors implements DoorSample {

    private final Bundles bundles;
    private final TestActors people;

    BundleDoors(Bundles bundles, TestActors people) {
        this.bundles = bundles;
        this.people = people;
    }

    @Override
    public List<String> doors() {
        return List.of("/processadmin/bundles/{bundle}");
    }

    @Override
    public boolean isOfTheWholeCountry() {
        return true;
    }

    @Override
    public Map<String, String> existing() {
        bundles.export(
                List.of("poverty-level.dmn"),
                "Uji pintu saja.",
                people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN))));
        return Map.of("bundle", Long.toString(bundles.latest(null, 1).get(0).id()));
    }
}
