package id.siks.proposal.web;

import id.siks.register.FieldDifference;
import id.siks.register.MemberMatch;
import java.util.List;

/**
 * What the civil registry says differently about the member of one card.
 *
 * @param oneCard true when it has everybody it found on one other family card, which may be the family's then
 */
record RegistryAnswer(MemberMatch match, boolean oneCard) {

    /** What may be taken over from it. The number of one member's card is no number for all. */
    public List<FieldDifference> adoptable() {
        return match.differences().stream()
                .filter(difference -> oneCard || !FieldDifference.FAMILY_CARD.equals(difference.field()))
                .toList();
    }

    /** True when taking it over gives the whole family another card. */
    public boolean givesFamilyCard() {
        return oneCard && match.otherCard().isPresent();
    }

    /** True when the member stands on another family's card. */
    public boolean ofAnotherFamily() {
        return !oneCard && match.otherCard().isPresent();
    }
}
