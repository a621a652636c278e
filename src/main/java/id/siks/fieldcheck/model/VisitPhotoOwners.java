package id.siks.fieldcheck.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentOwners;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Photos of a visit: added by the social worker while he is to visit, fixed afterwards. */
@Component
class VisitPhotoOwners implements AttachmentOwners {

    private final VisitDesk desk;

    VisitPhotoOwners(VisitDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Owner> find(String reference) {
        return desk.behindPhotos(reference).map(fieldCheck -> new VisitPhotoOwner(fieldCheck, desk));
    }

    @Override
    public List<String> beside(CaseRef ref) {
        return desk.photosOf(ref);
    }

    private record VisitPhotoOwner(FieldCheckView fieldCheck, VisitDesk desk) implements Owner {

        @Override
        public Optional<CaseRef> caseRef() {
            return Optional.of(fieldCheck.caseRef());
        }

        @Override
        public AreaCode area() {
            return fieldCheck.village();
        }

        @Override
        public boolean accepts(AttachmentKind kind, Actor actor) {
            return changeable()
                    && VisitPhotos.KINDS.contains(kind)
                    && actor.holds(Role.DISTRICT_SOCIAL_WORKER, fieldCheck.village());
        }

        @Override
        public boolean changeable() {
            // Not of the view: the visit may have been recorded since it was read.
            return desk.takesPhotos(fieldCheck.photos());
        }
    }
}
