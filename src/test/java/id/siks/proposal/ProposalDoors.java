package id.siks.proposal;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.evidence.AttachmentId;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A draft with a photo, of a village of Lampung Barat, for people from elsewhere to knock at. */
@Component
class ProposalDoors implements DoorSample {

    private final Areas areas;
    private final TestActors actors;
    private final Proposals proposals;
    private final Attachments attachments;
    private Actor operator;

    ProposalDoors(Areas areas, TestActors actors, @Lazy Proposals proposals, @Lazy Attachments attachments) {
        this.areas = areas;
        this.actors = actors;
        this.proposals = proposals;
        this.attachments = attachments;
    }

    @Override
    public List<String> doors() {
        return List.of("/proposal/{ref}");
    }

    @Override
    public Actor owner() {
        return operator;
    }

    @Override
    public Map<String, String> existing() {
        AreaCode district = areas.children(new AreaCode("1804")).get(0).code();
        AreaCode village = areas.children(district).get(0).code();
        operator = actors.operator(village);
        String draft = proposals.draft(operator, village).value();
        AttachmentId photo = attachments.add(
                new AttachmentUpload(
                        draft, village, AttachmentKind.HOUSE_FRONT, ProposalTestData.jpeg(), Capture.UNKNOWN),
                operator);
        return Map.of("ref", draft, "id", Long.toString(photo.value()));
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
