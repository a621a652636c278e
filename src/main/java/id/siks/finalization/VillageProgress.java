package id.siks.finalization;

import id.siks.area.AreaCode;
import java.time.Instant;

/**
 * How far one village is with its list.
 *
 * @param village ten-digit code
 * @param name its name
 * @param finalizedAt when its operator closed the list, or null when he did not
 * @param members cases in the list
 * @param acknowledgedAt when the head of its district took note of the closed list, or null when he did not
 */
public record VillageProgress(
        AreaCode village, String name, Instant finalizedAt, int members, Instant acknowledgedAt) {}
