package id.siks.proposal.web;

import id.siks.platform.InvalidInput;
import id.siks.proposal.ProposalView;
import id.siks.register.FamilyRules;
import id.siks.register.FieldDifference;
import id.siks.register.Persons;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The buttons of step one that change the form itself: add a member, take one away, fetch those whom somebody else has saved
 * meanwhile, take over what the registry says.
 */
class CardActions {

    private static final String ADD = "add-member";
    private static final String FETCH = "fetch-members";
    private static final Pattern ACTION = Pattern.compile("(remove-member|adopt)-([0-9]{1,2})");

    private final Persons persons;
    private final ProposalView proposal;

    CardActions(Persons persons, ProposalView proposal) {
        this.persons = persons;
        this.proposal = proposal;
    }

    /** True when {@code form} asks for a change of the page and not for a deed. */
    static boolean isAskedIn(FamilyForm form) {
        return form.action() != null
                && (Set.of(ADD, FETCH).contains(form.action())
                        || ACTION.matcher(form.action()).matches());
    }

    /** The form after the pressed button; {@link InvalidInput} at its field when there is nothing the button can do. */
    FamilyForm apply(FamilyForm form) {
        if (ADD.equals(form.action())) {
            // The page shows one empty card before anybody is entered, and the browser sends it.
            return grown(form, Collections.nCopies(form.members().isEmpty() ? 2 : 1, MemberForm.empty()));
        }
        if (FETCH.equals(form.action())) {
            return grown(form, MemberCards.of(form, proposal.content()).absent());
        }
        Matcher action = ACTION.matcher(form.action());
        if (!action.matches()) {
            return form;
        }
        int index = Integer.parseInt(action.group(2));
        return action.group(1).equals("adopt") ? adopt(form, index) : form.withoutMember(index);
    }

    private static FamilyForm grown(FamilyForm form, List<MemberForm> more) {
        List<MemberForm> all = new ArrayList<>(form.members());
        all.addAll(more);
        if (all.size() > FamilyRules.MOST_MEMBERS) {
            throw InvalidInput.at("members", "register.error.members.too-many", FamilyRules.MOST_MEMBERS);
        }
        return form.withMembers(all);
    }

    private FamilyForm adopt(FamilyForm form, int index) {
        RegistryAnswer answer = MemberCards.of(form, proposal.content())
                .differing(persons.lastReport(proposal.content()))
                .get(index);
        if (answer == null || answer.adoptable().isEmpty()) {
            throw InvalidInput.at("members[" + index + "].nik", "proposal.page.error.registry-answer");
        }
        FamilyForm adopted = form;
        for (FieldDifference difference : answer.adoptable()) {
            adopted = adopt(adopted, index, difference);
        }
        return adopted;
    }

    private static FamilyForm adopt(FamilyForm form, int index, FieldDifference difference) {
        MemberForm member = form.members().get(index);
        String value = difference.registered();
        return switch (difference.field()) {
            case FieldDifference.FAMILY_CARD -> form.withFamilyCard(value);
            case "fullName" -> form.withMember(index, member.withIdentity(value, member.birthDate(), member.sex()));
            case "birthDate" -> form.withMember(index, member.withIdentity(member.fullName(), value, member.sex()));
            case "sex" -> form.withMember(index, member.withIdentity(member.fullName(), member.birthDate(), value));
            default -> form;
        };
    }
}
