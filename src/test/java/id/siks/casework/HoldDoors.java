package id.siks.casework;

import id.siks.DoorSample;
import id.siks.platform.retention.Holds;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A held case of Lampung Barat, for auditors from elsewhere to knock at. */
@Component
class HoldDoors implements DoorSample {

    private final CaseDoors cases;
    private final Holds holds;

    HoldDoors(CaseDoors cases, Holds holds) {
        this.cases = cases;
        this.holds = holds;
    }

    @Override
    public List<String> doors() {
        return List.of("/casework/holds/{hold}");
    }

    @Override
    public Map<String, String> existing() {
        String ref = cases.existing().get("ref");
        holds.place(ref, "Alasan uji pintu.", 1);
        return Map.of("hold", Long.toString(holds.on(ref).orElseThrow().id()));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("key", UUID.randomUUID().toString(), "liftReason", "Alasan uji pintu.");
    }
}
