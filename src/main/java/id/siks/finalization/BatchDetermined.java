package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import java.time.Instant;

/**
 * The decree has reached every case of a batch; the period has ended.
 *
 * @param period number of the period
 * @param regency four-digit code
 * @param decreeNumber for example {@code 123/HUK/2026}
 * @param members how many cases it reached
 * @param at when the last of them was done
 */
public record BatchDetermined(CaseRef period, AreaCode regency, String decreeNumber, int members, Instant at) {}
