package id.siks.proposal;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.TestActors;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A draft of a village of Lampung Barat, for people from elsewhere to knock at. */
@Component
class ProposalDoors implements DoorSample {

    private final Areas areas;
    private final TestActors actors;
    private final Proposals proposals;

    ProposalDoors(Areas areas, TestActors actors, @Lazy Proposals proposals) {
        this.areas = areas;
        this.actors = actors;
        this.proposals = proposals;
    }

    @Override
    public List<String> doors() {
        return List.of("/proposal/{ref}");
    }

    @Override
    public Map<String, String> existing() {
        AreaCode district = areas.children(new AreaCode("1804")).get(0).code();
        AreaCode village = areas.children(district).get(0).code();
        return Map.of("ref", proposals.draft(actors.operator(village), village).value());
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "key",
                UUID.randomUUID().toString(),
                "version",
                "0",
                "purpose",
                "VERIFICATION",
                "reason",
                "Alasan uji pintu");
    }
}
