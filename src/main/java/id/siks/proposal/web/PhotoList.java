package id.siks.proposal.web;

import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentView;
import id.siks.proposal.model.Papers;
import java.util.List;
import org.springframework.stereotype.Component;

/** Photos by what they show, for templates. */
@Component
class PhotoList {

    /** Those of {@code photos} that show {@code kind}. */
    public List<AttachmentView> of(List<AttachmentView> photos, AttachmentKind kind) {
        return photos.stream().filter(photo -> photo.kind() == kind).toList();
    }

    /** True while one without which no family joins its village's list is missing. */
    public boolean lacks(List<AttachmentView> photos) {
        return !Papers.REQUIRED_PHOTOS.stream().allMatch(kind -> has(photos, kind));
    }

    /** True when one of {@code photos} shows {@code kind}. */
    public boolean has(List<AttachmentView> photos, AttachmentKind kind) {
        return photos.stream().anyMatch(photo -> photo.kind() == kind);
    }
}
