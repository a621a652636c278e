package id.siks.processadmin.run;

import java.time.Instant;

/**
 * The engine's jobs.
 *
 * @param due wait to be taken up now
 * @param locked are being worked on
 * @param failed were given up and wait for somebody
 * @param future wait for their date
 * @param stopped belong to a suspended version or case
 * @param oldest date of the one that waits longest, or null
 */
record Queue(long due, long locked, long failed, long future, long stopped, Instant oldest) {}
