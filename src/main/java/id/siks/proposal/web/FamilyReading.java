package id.siks.proposal.web;

import id.siks.identity.Masks;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.util.List;

/**
 * A family as a page reads it out. Numbers are masked unless somebody gave a purpose for seeing them.
 *
 * @param open true when the numbers may be shown in full
 */
record FamilyReading(FamilyContent content, boolean open) {

    /** A NIK or the number of a family card as it may be shown here. */
    public String number(String number) {
        return open ? number : Masks.number(number);
    }

    /** The members, none while nobody is entered. */
    public List<MemberContent> members() {
        return content.members() == null ? List.of() : content.members();
    }

    /** The answers of the housing survey by name, as the form has them. */
    public FieldValues housing() {
        return content.housing() == null ? FieldValues.none() : FieldValues.of(FilledForms.answers(content.housing()));
    }
}
