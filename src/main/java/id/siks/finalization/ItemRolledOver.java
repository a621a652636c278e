package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import java.time.Instant;
import java.util.List;

/**
 * Cases of one village missed a cut-off and go on in a later period, with everything they have.
 *
 * @param members the cases, never empty
 * @param village their village
 * @param fromPeriod number of the period they missed
 * @param toPeriod number of the period they go on in
 * @param missed the cut-off
 * @param at when
 */
public record ItemRolledOver(
        List<CaseRef> members, AreaCode village, CaseRef fromPeriod, CaseRef toPeriod, Milestone missed, Instant at) {}
