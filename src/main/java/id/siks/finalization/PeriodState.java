package id.siks.finalization;

/** Where a period stands (glossary 5). Labels are {@code finalization.state.<code>}. */
public enum PeriodState {
    /** Its dates are known, its villages do not work on it yet. */
    PLANNED,
    OPEN,
    VILLAGES_CLOSED,
    REGENCY_CLOSED,
    RATIFIED,
    SUBMITTED,
    MINISTRY_PROCESSING,
    DETERMINED,
    /** It ended without a decree: no case was approved, or each had left the list before. */
    EMPTY;

    /** True when nothing more will happen in the period. */
    public boolean isFinal() {
        return this == DETERMINED || this == EMPTY;
    }

    /** True while its list of names can still grow. */
    public boolean isUnsealed() {
        return this == PLANNED || this == OPEN || this == VILLAGES_CLOSED;
    }
}
