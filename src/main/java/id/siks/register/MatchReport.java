package id.siks.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the civil registry says of a family.
 *
 * @param members one entry per member, in their order
 */
public record MatchReport(List<MemberMatch> members) {

    /** True when every member matches or is marked as without papers (glossary 9.2). */
    public boolean allMatched() {
        return members.stream().allMatch(m -> m.status() == MatchStatus.MATCHED || m.status() == MatchStatus.NO_PAPERS);
    }

    /** True when the registry knows one of the members otherwise than the family says. */
    public boolean anyMismatched() {
        return members.stream().anyMatch(m -> m.status() == MatchStatus.MISMATCHED);
    }

    /**
     * The card on which the registry has everybody it found, when that is another one than the family's: the family's number may
     * be wrong. Empty when they stand on several cards, one of them the family's perhaps: then somebody belongs to another family.
     */
    public Optional<String> sharedCard() {
        Set<Optional<String>> cards = members.stream()
                .filter(m -> m.registry() == RegistryStatus.FOUND)
                .map(MemberMatch::otherCard)
                .collect(Collectors.toSet());
        return cards.size() == 1 ? cards.iterator().next() : Optional.empty();
    }

    /** True when the registry knows one of the members as deceased. */
    public boolean anyDeceased() {
        return members.stream().anyMatch(m -> m.registry() == RegistryStatus.DECEASED);
    }
}
