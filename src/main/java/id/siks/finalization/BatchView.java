package id.siks.finalization;

import id.siks.casework.CaseRef;
import java.time.Instant;

/**
 * The list of names a period sends up.
 *
 * @param period number of its period
 * @param sha256 hash of the frozen list, 64 hexadecimal digits, or null before it is sealed
 * @param sealedAt when it was frozen, or null
 * @param undecided cases the regency has not decided yet
 * @param approved cases the regency has approved and that still travel, before or after sealing
 * @param returned cases taken out after sealing to be mended
 * @param rejected cases the ministry took out and ended
 * @param determined cases the decree has reached
 * @param letterNumber number of the regent's letter, or null
 * @param decreeNumber number of the decree, or null
 */
public record BatchView(
        CaseRef period,
        String sha256,
        Instant sealedAt,
        int undecided,
        int approved,
        int returned,
        int rejected,
        int determined,
        String letterNumber,
        String decreeNumber) {}
