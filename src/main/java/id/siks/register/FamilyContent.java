package id.siks.register;

import id.siks.area.AreaCode;
import java.util.List;

/**
 * A family as somebody says it is: what a proposal carries and what the register takes over (glossary 8.2 to 8.4). Every
 * component may be null while it is a draft; {@code FamilyRules} tells what is missing or wrong.
 *
 * @param familyCardNumber number of the family card, 16 digits
 * @param village current domicile, never the prefix of a NIK
 * @param rt neighbourhood unit, three digits
 * @param rw community unit, three digits
 * @param phone E.164 with +62, optional
 */
public record FamilyContent(
        String familyCardNumber,
        AreaCode village,
        String address,
        String hamlet,
        String rt,
        String rw,
        String postalCode,
        String phone,
        Place place,
        List<MemberContent> members,
        HousingSurvey housing) {

    /** Where they live in one line, once the address is known: {@code Jalan Melati 12, RT 003/RW 001, Dusun Satu}. */
    public String addressLine() {
        StringBuilder line = new StringBuilder(address);
        if (rt != null && rw != null) {
            line.append(", RT ").append(rt).append("/RW ").append(rw);
        }
        if (hamlet != null && !hamlet.isBlank()) {
            line.append(", ").append(hamlet);
        }
        return line.toString();
    }

    /** True when somebody's work speaks against assistance ({@link MemberContent#excludedByWork}). */
    public boolean excludedByWork() {
        return members != null && members.stream().anyMatch(MemberContent::excludedByWork);
    }
}
