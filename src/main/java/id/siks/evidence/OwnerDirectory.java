package id.siks.evidence;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.CaseSummary;
import id.siks.casework.Timeline;
import id.siks.identity.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what an attachment belongs to. */
@Component
class OwnerDirectory {

    /** A case in one of these is still the village's own. */
    private static final Set<CaseStatus> WITH_THE_VILLAGE = Set.of(
            CaseStatus.DRAFT,
            CaseStatus.IDENTITY_CHECKING,
            CaseStatus.IDENTITY_MISMATCHED,
            CaseStatus.READY_FOR_MEETING,
            CaseStatus.RETURNED_TO_VILLAGE);

    private final ObjectProvider<AttachmentOwners> rooms;
    private final Timeline timeline;

    OwnerDirectory(ObjectProvider<AttachmentOwners> rooms, Timeline timeline) {
        this.rooms = rooms;
        this.timeline = timeline;
    }

    /** The owner some room above knows under this reference. */
    Optional<AttachmentOwners.Owner> find(String reference) {
        List<AttachmentOwners> all = rooms.orderedStream().toList();
        return all.stream().flatMap(room -> room.find(reference).stream()).findFirst();
    }

    /** Everything under which files of the case lie: its own reference, and what rooms above keep beside. */
    List<String> allOf(CaseRef ref) {
        return Stream.concat(Stream.of(ref.value()), rooms.orderedStream().flatMap(room -> room.beside(ref).stream()))
                .toList();
    }

    /** The case whose family an attachment of this owner shows, if it shows one. */
    Optional<CaseRef> caseOf(String reference) {
        return CaseRef.isShaped(reference)
                ? Optional.of(new CaseRef(reference))
                : find(reference).flatMap(AttachmentOwners.Owner::caseRef);
    }

    /** True when the actor may add such a file to the owner now; nobody may to a reference no room knows. */
    boolean accepts(String reference, AttachmentKind kind, Actor actor) {
        return find(reference).filter(owner -> owner.accepts(kind, actor)).isPresent();
    }

    /** True while something may be taken back; a reference that is no case yet is a draft. */
    boolean changeable(String reference) {
        return find(reference)
                .map(AttachmentOwners.Owner::changeable)
                .orElseGet(() -> draftOrWithTheVillage(reference));
    }

    private boolean draftOrWithTheVillage(String reference) {
        if (!CaseRef.isShaped(reference)) {
            return true;
        }
        CaseSummary summary =
                timeline.summaries(List.of(new CaseRef(reference))).get(new CaseRef(reference));
        return summary == null || WITH_THE_VILLAGE.contains(summary.status());
    }
}
