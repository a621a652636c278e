package id.siks.casework;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A case of Lampung Barat, for people from elsewhere to knock at. */
@Component
class CaseDoors implements DoorSample {

    private final CaseRefs refs;
    private final Areas areas;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    CaseDoors(CaseRefs refs, Areas areas, BusinessTime time, ApplicationEventPublisher events) {
        this.refs = refs;
        this.areas = areas;
        this.time = time;
        this.events = events;
    }

    @Override
    public List<String> doors() {
        return List.of("/casework/{ref}");
    }

    @Override
    public Map<String, String> existing() {
        AreaCode district = areas.children(new AreaCode("1804")).get(0).code();
        AreaCode village = areas.children(district).get(0).code();
        CaseRef ref = refs.next("USL", village);
        events.publishEvent(
                new CaseOpened(ref, "NEW_REGISTRATION", village, "Keluarga Uji", CaseStatus.DRAFT, null, time.now()));
        return Map.of("ref", ref.value());
    }
}
