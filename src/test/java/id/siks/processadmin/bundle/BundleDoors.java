package id.siks.processadmin.bundle;

import id.siks.DoorSample;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Bundles belong to the nation: nobody who may see one comes from elsewhere. */
@Component
class BundleDoors implements DoorSample {

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
        return Map.of("bundle", "1");
    }
}
