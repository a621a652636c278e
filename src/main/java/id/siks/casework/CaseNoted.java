package id.siks.casework;

import java.time.Instant;
import java.util.List;

/**
 * Something happened to cases that changes neither their status nor who holds them: it stands in their timelines.
 *
 * @param refs the cases
 * @param what what happened, a key of the timeline: {@code rolled-over} …
 * @param by account id of whoever did it, or null for the system
 * @param note free words, or null
 * @param at when
 */
public record CaseNoted(List<CaseRef> refs, String what, Long by, String note, Instant at) {}
