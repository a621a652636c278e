package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import java.time.Instant;
import java.util.Map;

/**
 * A cut-off is near: whoever can still do something is told how many cases would miss it.
 *
 * @param period number of the period
 * @param regency four-digit code
 * @param milestone {@link Milestone#VILLAGE_CUTOFF} or {@link Milestone#REGENCY_CUTOFF}
 * @param cutoffAt the date
 * @param missing cases that would miss it when nothing is done, by village; villages without are absent
 * @param last true when nobody is warned of this date again
 * @param at when it was told
 */
public record CutoffNeared(
        CaseRef period,
        AreaCode regency,
        Milestone milestone,
        Instant cutoffAt,
        Map<AreaCode, Integer> missing,
        boolean last,
        Instant at) {}
