package id.siks.finalization;

/** A dated moment of a period, in the order in which they come. Labels are {@code finalization.milestone.<code>}. */
public enum Milestone {
    OPENING,
    VILLAGE_CUTOFF,
    REGENCY_CUTOFF,
    DETERMINATION
}
