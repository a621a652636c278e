package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import java.time.Instant;

/**
 * A period has begun: its villages may finalise.
 *
 * @param period its number
 * @param regency four-digit code
 * @param villageCutoffAt until when villages have time, as known at this moment
 * @param at when
 */
public record PeriodOpened(CaseRef period, AreaCode regency, Instant villageCutoffAt, Instant at) {}
