package id.siks.proposal.model;

import id.siks.register.FamilyContent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the members of a family stand after members were added, taken out or mended. Whatever names a member's field by his
 * place goes with him, and leaves with him.
 */
public final class MemberPlaces {

    private final List<Integer> before;
    private final List<Integer> now;

    private MemberPlaces(List<Integer> before, List<Integer> now) {
        this.before = before;
        this.now = now;
    }

    /** The way of the members from one content of a family to the next. */
    public static MemberPlaces between(FamilyContent before, FamilyContent now) {
        List<List<Integer>> people = SamePeople.across(Arrays.asList(before, now));
        return new MemberPlaces(people.get(0), people.get(1));
    }

    /**
     * What {@code field} is called now.
     *
     * @return the field itself when it belongs to no member; empty when its member is not in the family any more
     */
    public Optional<String> now(String field) {
        return MemberField.of(field).map(this::moved).orElse(Optional.of(field));
    }

    private Optional<String> moved(MemberField field) {
        return now(field.place()).map(field::at);
    }

    /** Where who stood at {@code place} stands now; empty when he is not in the family any more. */
    public Optional<Integer> now(int place) {
        return place < before.size()
                ? Optional.of(now.indexOf(before.get(place))).filter(found -> found >= 0)
                : Optional.empty();
    }
}
