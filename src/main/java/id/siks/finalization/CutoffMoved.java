package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import java.time.Instant;

/**
 * A date of a period was moved: to be announced to everybody of the regency who goes by it.
 *
 * @param period number of the period
 * @param regency four-digit code
 * @param milestone which date
 * @param from the date until now
 * @param to the new date
 * @param sentence why, in the words of whoever moved it
 * @param by account id
 * @param at when it was moved
 */
public record CutoffMoved(
        CaseRef period,
        AreaCode regency,
        Milestone milestone,
        Instant from,
        Instant to,
        String sentence,
        Long by,
        Instant at) {}
