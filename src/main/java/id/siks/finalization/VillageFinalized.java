package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import java.time.Instant;

/**
 * A village has closed its list.
 *
 * @param period number of the period
 * @param village ten-digit code
 * @param members how many cases are in the list; may be 0
 * @param by account id of the operator
 * @param at when
 */
public record VillageFinalized(CaseRef period, AreaCode village, int members, Long by, Instant at) {}
