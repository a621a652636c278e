package id.siks.identity;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody's account in Lampung Barat, for keepers from elsewhere to knock at. */
@Component
class OfficerDoors implements DoorSample {

    private final OfficerRows rows;
    private final TestActors people;

    OfficerDoors(OfficerRows rows, TestActors people) {
        this.rows = rows;
        this.people = people;
    }

    @Override
    public List<String> doors() {
        return List.of("/identity/officers/{officer}");
    }

    @Override
    public Map<String, String> existing() {
        long officer = people.verifier(new AreaCode("1804")).accountId();
        long assignment = rows.assignments(List.of(officer), false).get(0).id();
        return Map.of("officer", Long.toString(officer), "assignment", Long.toString(assignment));
    }
}
