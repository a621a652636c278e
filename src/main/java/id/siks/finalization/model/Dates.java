package id.siks.finalization.model;

import id.siks.finalization.Cadence;
import java.time.Instant;
import java.time.YearMonth;

/**
 * The dates a calendar gives to one period.
 *
 * @param month in which it closes
 */
public record Dates(
        YearMonth month,
        Cadence cadence,
        String calendar,
        Instant opensAt,
        Instant villageCutoffAt,
        Instant regencyCutoffAt,
        Instant determinationPlannedAt) {}
