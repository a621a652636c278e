package id.siks.processadmin.run;

import id.siks.DoorSample;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What administrators of processes look at belongs to the nation: nobody who may see it comes from elsewhere. */
@Component
class RunDoors implements DoorSample {

    @Override
    public List<String> doors() {
        return List.of("/processadmin/processes/{", "/processadmin/cases/{", "/processadmin/incidents/{");
    }

    @Override
    public Map<String, String> existing() {
        return Map.of("key", "proposal-trunk", "version", "1");
    }
}
