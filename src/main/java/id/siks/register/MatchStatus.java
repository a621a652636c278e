package id.siks.register;

/** Outcome of matching one member with the civil registry (glossary 6.3). */
public enum MatchStatus {
    /** The registry knows the person exactly so. */
    MATCHED,
    /** It does not know the person, or differently. */
    MISMATCHED,
    /** The member has no papers yet; nobody was asked. */
    NO_PAPERS,
    /** Not asked yet. */
    NOT_ASKED
}
