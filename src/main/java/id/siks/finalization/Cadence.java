package id.siks.finalization;

/** How often a regency sends a batch (glossary 2: monthly in 2024, quarterly in some regencies in 2021). */
public enum Cadence {
    MONTHLY(1),
    QUARTERLY(3);

    private final int months;

    Cadence(int months) {
        this.months = months;
    }

    /** Months from one period to the next. */
    public int months() {
        return months;
    }
}
