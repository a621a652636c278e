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
        if (field.place() >= before.size()) {
            return Optional.empty();
        }
        int place = now.indexOf(before.get(field.place()));
        return place < 0 ? Optional.empty() : Optional.of(field.at(place));
    }
}
