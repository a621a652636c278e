package id.siks.proposal.web;

import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentView;
import java.util.List;
import org.springframework.stereotype.Component;

/** Photos by what they show, for templates. */
@Component
class PhotoList {

    /** Those of {@code photos} that show {@code kind}. */
    public List<AttachmentView> of(List<AttachmentView> photos, AttachmentKind kind) {
        return photos.stream().filter(photo -> photo.kind() == kind).toList();
    }

    /** True when one of {@code photos} shows {@code kind}. */
    public boolean has(List<AttachmentView> photos, AttachmentKind kind) {
        return photos.stream().anyMatch(photo -> photo.kind() == kind);
    }
}
