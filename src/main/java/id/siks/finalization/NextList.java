package id.siks.finalization;

/**
 * The list a village's next cases come onto.
 *
 * @param period the period it is of
 * @param closed an earlier period whose list the village has closed itself before its cut-off, or null when it has not
 */
public record NextList(PeriodView period, PeriodView closed) {}
