package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import java.time.Instant;

/**
 * The regent has ratified the list of a period.
 *
 * @param period number of the period
 * @param regency four-digit code
 * @param by account id of the regent or his delegate
 * @param at when it was recorded
 */
public record BatchRatified(CaseRef period, AreaCode regency, Long by, Instant at) {}
