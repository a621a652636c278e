package id.siks.proposal.web;

import id.siks.register.FamilyRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Step one as typed: the family card and its members.
 *
 * @param version version of the draft the page showed
 * @param key one act of the person, however often the browser sends it
 * @param action what the pressed button asks: {@code next}, {@code save}, {@code back}, or what {@link CardActions} does
 * @param ownFamily ticked when the operator declares it to be his own family
 * @param official account of another official whose own family it is
 */
record FamilyForm(
        String version,
        String key,
        String action,
        String familyCardNumber,
        String address,
        String hamlet,
        String rt,
        String rw,
        String postalCode,
        String phone,
        String channel,
        String ownFamily,
        String official,
        List<MemberForm> members)
        implements StepForm {

    // One too many says that they are; whoever names the last of hundreds is not drawn all those before it.
    private static final int MOST_CARDS = FamilyRules.MOST_MEMBERS + 1;

    FamilyForm {
        members = members == null
                ? List.of()
                : members.stream()
                        .limit(MOST_CARDS)
                        .map(m -> m == null ? MemberForm.empty() : m)
                        .toList();
    }

    /** The same without the card at {@code index}; unchanged when there is none. */
    FamilyForm withoutMember(int index) {
        if (index < 0 || index >= members.size()) {
            return this;
        }
        List<MemberForm> fewer = new ArrayList<>(members);
        fewer.remove(index);
        return withMembers(fewer);
    }

    /** The same with another card at {@code index}. */
    FamilyForm withMember(int index, MemberForm other) {
        List<MemberForm> changed = new ArrayList<>(members);
        changed.set(index, other);
        return withMembers(changed);
    }

    /** The same with another number of the family card. */
    FamilyForm withFamilyCard(String number) {
        return with(number, members);
    }

    /** The same with these members only. */
    FamilyForm withMembers(List<MemberForm> others) {
        return with(familyCardNumber, others);
    }

    private FamilyForm with(String number, List<MemberForm> others) {
        return new FamilyForm(
                version,
                key,
                action,
                number,
                address,
                hamlet,
                rt,
                rw,
                postalCode,
                phone,
                channel,
                ownFamily,
                official,
                others);
    }
}
