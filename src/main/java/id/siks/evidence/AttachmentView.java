package id.siks.evidence;

import id.siks.area.AreaCode;
import java.time.Instant;

/**
 * An attachment as pages list it.
 *
 * @param id part of its address {@code /evidence/{id}}; images have {@code /evidence/{id}/thumb} too
 * @param mediaType {@code image/jpeg}, {@code image/png} or {@code application/pdf}
 * @param uploadedBy account id
 */
public record AttachmentView(
        AttachmentId id,
        String owner,
        AreaCode area,
        AttachmentKind kind,
        String mediaType,
        int bytes,
        Long uploadedBy,
        Instant uploadedAt) {

    /** True for photos. */
    public boolean image() {
        return mediaType.startsWith("image/");
    }
}
