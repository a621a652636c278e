package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import java.time.Instant;

/**
 * One case was taken out of a sealed batch and goes back to its village.
 *
 * @param period number of the period it was taken out of
 * @param member the case
 * @param village its village
 * @param from who took it out
 * @param reason why
 * @param by account id
 * @param at when
 */
public record ItemReturned(
        CaseRef period, CaseRef member, AreaCode village, BatchMember.Level from, Reason reason, Long by, Instant at) {}
