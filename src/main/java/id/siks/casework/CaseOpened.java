package id.siks.casework;

import id.siks.area.AreaCode;
import java.time.Instant;

/**
 * A case exists. Casework keeps its summary and its first timeline entry in the same transaction.
 *
 * @param ref number of the case
 * @param kind code of the case kind, for example {@code NEW_REGISTRATION}
 * @param area village of the case
 * @param subject whom it is about, as the worklist shows it: the head of family's name
 * @param status first status
 * @param by account id of whoever opened it, or null for the system
 * @param at when
 */
public record CaseOpened(
        CaseRef ref, String kind, AreaCode area, String subject, CaseStatus status, Long by, Instant at) {}
