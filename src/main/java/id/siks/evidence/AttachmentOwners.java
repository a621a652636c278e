package id.siks.evidence;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import java.util.List;
import java.util.Optional;

/**
 * Tells about the things attachments belong to. Rooms above implement it for the references they give out; a reference
 * nobody knows is not found.
 */
public interface AttachmentOwners {

    /** The owner behind {@code reference}, or empty when this room does not know it. */
    Optional<Owner> find(String reference);

    /**
     * References under which this room keeps files that tell about the case beside its own, oldest first: those of its visits, or
     * of the meeting that spoke about it.
     */
    default List<String> beside(CaseRef ref) {
        return List.of();
    }

    /** Something that attachments belong to. */
    interface Owner {

        /** The case whose family the attachments show. */
        default Optional<CaseRef> caseRef() {
            return Optional.empty();
        }

        /** Whose territory decides who may see it. */
        AreaCode area();

        /** True when {@code actor} may add a {@code kind} now. */
        boolean accepts(AttachmentKind kind, Actor actor);

        /** True while an attachment may still be taken back, by whoever added it or may add such a one. */
        boolean changeable();
    }
}
