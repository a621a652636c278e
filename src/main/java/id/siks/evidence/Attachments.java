package id.siks.evidence;

import id.siks.identity.Actor;
import java.util.List;

/** Photos, minutes, statements and letters (glossary 8.5). */
public interface Attachments {

    /**
     * Keeps a file. What it is, its bytes tell and not its name; images are stored anew without their metadata.
     *
     * @throws id.siks.platform.InvalidInput at field {@code file}, with one sentence per fault
     */
    AttachmentId add(AttachmentUpload upload, Actor actor);

    /** All attachments of one owner, oldest first. */
    List<AttachmentView> of(String owner);

    /** True when the owner has an attachment of this kind. */
    boolean has(String owner, AttachmentKind kind);

    /**
     * Takes an attachment back: only by whoever added it, only while its owner is changeable.
     *
     * @throws id.siks.platform.NotFound for anybody else
     * @throws id.siks.platform.Refused when it is too late
     */
    void remove(AttachmentId id, Actor actor);
}
