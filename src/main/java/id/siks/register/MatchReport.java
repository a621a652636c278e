package id.siks.register;

import java.util.List;

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

    /** True when the registry knows one of the members as deceased. */
    public boolean anyDeceased() {
        return members.stream().anyMatch(m -> m.registry() == RegistryStatus.DECEASED);
    }
}
