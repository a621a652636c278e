package id.siks.worklist.bulk;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What came of somebody's deed to many; for anybody else there is nothing. */
@Component
class BulkDoors implements DoorSample {

    private final BulkRows rows;
    private final TestActors people;
    private final BusinessTime time;
    private Actor verifier;

    BulkDoors(BulkRows rows, TestActors people, BusinessTime time) {
        this.rows = rows;
        this.people = people;
        this.time = time;
    }

    @Override
    public List<String> doors() {
        return List.of("/worklist/bulk/{bulk}");
    }

    @Override
    public Actor owner() {
        return verifier;
    }

    @Override
    public Map<String, String> existing() {
        verifier = people.verifier(new AreaCode("1804"));
        UUID bulk = UUID.randomUUID();
        rows.begin(verifier.accountId(), bulk, BulkRun.What.CLAIM, time.now());
        return Map.of("bulk", bulk.toString());
    }
}
