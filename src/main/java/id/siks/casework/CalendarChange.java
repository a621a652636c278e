package id.siks.casework;

import java.time.Instant;

/**
 * That the calendar was changed.
 *
 * @param by account id, or null for the system
 * @param what {@code holiday}, {@code stop} or {@code hours} with {@code -added}, {@code -changed} or {@code -removed}
 * @param subject key of the row, 0 when it was new
 * @param before how it was, or null
 * @param after how it is, or null
 * @param progress how far open due dates have followed it
 */
record CalendarChange(
        Instant at, Long by, String what, String subject, String before, String after, CalendarProgress progress) {}
