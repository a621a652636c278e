package id.siks.evidence;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A photo and a certificate of a village of Lampung Barat, for people from elsewhere to knock at. */
@Component
class EvidenceDoors implements DoorSample, AttachmentOwners {

    static final String OWNER = "UJI-1804-26-000001";

    private final Areas areas;
    private final TestActors actors;
    private final Attachments attachments;
    private final Certificates certificates;
    private Actor operator;

    EvidenceDoors(Areas areas, TestActors actors, Attachments attachments, Certificates certificates) {
        this.areas = areas;
        this.actors = actors;
        this.attachments = attachments;
        this.certificates = certificates;
    }

    @Override
    public List<String> doors() {
        return List.of("/evidence/{id}", "/evidence/{owner}", "/evidence/certificates/{serial}");
    }

    @Override
    public Actor owner() {
        return operator;
    }

    @Override
    public Map<String, String> existing() {
        operator = actors.operator(village());
        AttachmentId photo = attachments.add(
                new AttachmentUpload(
                        OWNER, village(), AttachmentKind.HOUSE_FRONT, SampleFiles.jpeg(800, 600), Capture.UNKNOWN),
                operator);
        CertificateContent content = new CertificateContent(
                "900001",
                village(),
                "Kepala Uji",
                null,
                "1804010101010001",
                LocalDate.of(1980, 1, 1),
                "Pekon Uji",
                List.of(new CertificateContent.Line(null, "Kepala Uji")),
                List.of());
        String serial = certificates.issue(content, "uji pintu", operator);
        return Map.of("id", Long.toString(photo.value()), "owner", OWNER, "serial", serial);
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("key", UUID.randomUUID().toString(), "kind", AttachmentKind.HOUSE_FRONT.name());
    }

    @Override
    public Optional<Owner> find(String reference) {
        return OWNER.equals(reference) ? Optional.of(new OpenOwner(village())) : Optional.empty();
    }

    private AreaCode village() {
        AreaCode district = areas.children(new AreaCode("1804")).get(0).code();
        return areas.children(district).get(0).code();
    }

    private record OpenOwner(AreaCode area) implements Owner {

        @Override
        public boolean accepts(AttachmentKind kind, Actor actor) {
            return actor.holds(Role.VILLAGE_OPERATOR, area) || actor.holds(Role.REGENCY_VERIFIER, area);
        }

        @Override
        public boolean changeable() {
            return true;
        }
    }
}
