package id.siks.proposal.model;

import id.siks.platform.FieldError;
import id.siks.register.FamilyContent;
import java.util.Optional;

/**
 * The village's word and the visit are about one family (glossary 7: no proposal skips the meeting). A correction may change
 * who belongs to it; that its head is somebody the meeting never heard of makes it another one.
 */
final class AnotherFamilyIsAnotherProposal {

    private AnotherFamilyIsAnotherProposal() {}

    /** What is wrong with the family as it is now, compared with the one that was talked about. */
    static Optional<FieldError> fault(FamilyContent heard, FamilyContent now) {
        return HeadOfFamily.of(now)
                .filter(head -> heard.members().stream().noneMatch(member -> SamePeople.alike(member, head)))
                .map(stranger -> FieldError.of("familyCardNumber", "proposal.error.another-family"));
    }
}
