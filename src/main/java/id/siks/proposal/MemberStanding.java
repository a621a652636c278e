package id.siks.proposal;

import id.siks.register.MatchReport;
import id.siks.register.MatchStatus;
import id.siks.register.MemberMatch;
import id.siks.register.RegistryStatus;
import java.util.List;

/**
 * Where one member of a proposed family stands (glossary 6.3).
 *
 * @param match what the civil registry says of him
 * @param matching the same in the field's words
 * @param standing what he is since the village agreed; null before that
 */
public record MemberStanding(MemberMatch match, Matching matching, Standing standing) {

    /** How far the matching is. Labels are {@code proposal.matching.<code>}. */
    public enum Matching {
        MATCHED,
        MISMATCHED,
        /** The village is mending what differs. */
        MISMATCHED_IN_REPAIR,
        /** The village is mending what the registry does not know, or was not asked about since. */
        UNCONFIRMED_IN_REPAIR,
        NO_PAPERS,
        NOT_ASKED,
        /** The case has ended, and no answer is kept. */
        NOT_KEPT
    }

    /** Status of a member after the meeting. Labels are {@code proposal.standing.<code>}. */
    public enum Standing {
        CONFIRMED,
        UNCONFIRMED,
        DUPLICATE,
        DECEASED,
        NO_PAPERS
    }

    /** Of everybody in the report, in its order; {@code report} is about the content of {@code proposal}. */
    public static List<MemberStanding> of(ProposalView proposal, MatchReport report) {
        return report.members().stream().map(match -> of(proposal, match)).toList();
    }

    private static MemberStanding of(ProposalView proposal, MemberMatch match) {
        if (match.status() == MatchStatus.NOT_ASKED && proposal.status().isFinal()) {
            return new MemberStanding(match, Matching.NOT_KEPT, null);
        }
        boolean inRepair = proposal.submittedAt() != null && proposal.editable();
        return new MemberStanding(match, matching(match, inRepair), proposal.agreed() ? standing(match) : null);
    }

    /** True when nothing about his identity is to be mended (glossary 9.2). */
    public boolean settled() {
        return matching == Matching.MATCHED || matching == Matching.NO_PAPERS;
    }

    private static Matching matching(MemberMatch match, boolean inRepair) {
        return switch (match.status()) {
            case MATCHED -> Matching.MATCHED;
            case NO_PAPERS -> Matching.NO_PAPERS;
            case NOT_ASKED -> inRepair ? Matching.UNCONFIRMED_IN_REPAIR : Matching.NOT_ASKED;
            case MISMATCHED -> inRepair ? inRepair(match) : Matching.MISMATCHED;
        };
    }

    private static Matching inRepair(MemberMatch match) {
        return match.registry() == RegistryStatus.FOUND
                ? Matching.MISMATCHED_IN_REPAIR
                : Matching.UNCONFIRMED_IN_REPAIR;
    }

    private static Standing standing(MemberMatch match) {
        if (match.status() == MatchStatus.NO_PAPERS) {
            return Standing.NO_PAPERS;
        }
        if (match.registry() == RegistryStatus.DECEASED) {
            return Standing.DECEASED;
        }
        if (match.registry() == RegistryStatus.DUPLICATE) {
            return Standing.DUPLICATE;
        }
        return match.status() == MatchStatus.MATCHED ? Standing.CONFIRMED : Standing.UNCONFIRMED;
    }
}
