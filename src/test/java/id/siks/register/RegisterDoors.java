package id.siks.register;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A family of a village of Lampung Barat, for people from elsewhere to knock at. */
@Component
class RegisterDoors implements DoorSample {

    private final Areas areas;
    private final CaseRefs refs;
    private final Families families;

    RegisterDoors(Areas areas, CaseRefs refs, Families families) {
        this.areas = areas;
        this.refs = refs;
        this.families = families;
    }

    @Override
    public List<String> doors() {
        return List.of("/register/{id}");
    }

    @Override
    public Map<String, String> existing() {
        AreaCode district = areas.children(new AreaCode("1804")).get(0).code();
        AreaCode village = areas.children(district).get(0).code();
        CaseRef ref = refs.next("USL", village);
        families.activate(List.of(new Activation(ref, TestFamilies.in(village), null)));
        return Map.of("id", Long.toString(families.familyOf(ref).orElseThrow().id()));
    }
}
