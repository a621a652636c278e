package id.siks.proposal.web;

import id.siks.platform.FieldError;
import id.siks.proposal.Remark;
import id.siks.proposal.model.MemberPlaces;
import id.siks.register.FamilyContent;
import id.siks.register.MatchReport;
import id.siks.register.MemberMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The cards of the members on a page. While they are typed they need not stand where the saved members do; what is said
 * about somebody stands on his own card.
 */
final class MemberCards {

    private final FamilyContent saved;
    private final FamilyContent typed;
    private final MemberPlaces places;

    private MemberCards(FamilyContent saved, FamilyContent typed) {
        this.saved = saved;
        this.typed = typed;
        this.places = MemberPlaces.between(saved, typed);
    }

    /** The cards of {@code form}; those of the saved family on a page that has none. */
    static MemberCards of(Record form, FamilyContent saved) {
        return new MemberCards(
                saved,
                form instanceof FamilyForm family
                        ? TypedFamily.read(family, saved).content()
                        : saved);
    }

    /** The remarks about the saved family by the fields of the page. */
    List<Remark> remarks(List<Remark> remarks) {
        return remarks.stream()
                .flatMap(remark -> places.now(remark.field()).map(field -> new Remark(field, remark.text())).stream())
                .toList();
    }

    /** The doubts about the saved family by the fields of the page. */
    List<FieldError> doubts(List<FieldError> doubts) {
        return doubts.stream()
                .flatMap(doubt ->
                        places.now(doubt.field()).map(field -> new FieldError(field, doubt.message())).stream())
                .toList();
    }

    /** {@code form}, which is the saved one, with its members in the order of the page; a card nobody has saved stands as typed. */
    Record inOrder(Record form, Record page) {
        if (!(form instanceof FamilyForm family) || !(page instanceof FamilyForm shown)) {
            return form;
        }
        List<MemberForm> members = new ArrayList<>(shown.members());
        for (int place = 0; place < family.members().size(); place++) {
            MemberForm member = family.members().get(place);
            places.now(place).ifPresent(card -> members.set(card, member));
        }
        return family.withMembers(members);
    }

    /** The saved members who have no card on the page, each as his card would be. */
    List<MemberForm> absent() {
        return IntStream.range(0, saved.members().size())
                .filter(place -> places.now(place).isEmpty())
                .mapToObj(place -> FilledForms.member(saved.members().get(place)))
                .toList();
    }

    /** The cards of those who are not saved. */
    Set<Integer> unsaved() {
        Set<Integer> cards =
                IntStream.range(0, typed.members().size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        IntStream.range(0, saved.members().size()).mapToObj(places::now).forEach(card -> card.ifPresent(cards::remove));
        return cards;
    }

    /**
     * Whom the civil registry knows otherwise, by the place of his card. An answer belongs to the number that was asked
     * about: on a card with another number it does not show.
     *
     * @param report about the saved family
     */
    Map<Integer, RegistryAnswer> differing(MatchReport report) {
        boolean oneCard = report.sharedCard().isPresent();
        Map<Integer, RegistryAnswer> found = new HashMap<>();
        for (MemberMatch match : report.members()) {
            String asked = saved.members().get(match.index()).nik();
            for (int card = 0; match.reason() != null && card < typed.members().size(); card++) {
                if (Objects.equals(asked, typed.members().get(card).nik())) {
                    found.put(card, new RegistryAnswer(match, oneCard));
                }
            }
        }
        return found;
    }
}
