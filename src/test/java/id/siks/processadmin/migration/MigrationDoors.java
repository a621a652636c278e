package id.siks.processadmin.migration;

import id.siks.DoorSample;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Migrations belong to the nation: nobody who may see one comes from elsewhere. */
@Component
class MigrationDoors implements DoorSample {

    @Override
    public List<String> doors() {
        return List.of("/processadmin/migrations/{");
    }

    @Override
    public boolean isOfTheWholeCountry() {
        return true;
    }

    @Override
    public Map<String, String> existing() {
        return Map.of("id", "1");
    }
}
