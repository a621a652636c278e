package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Role;
import java.time.Instant;
import java.util.Set;

/**
 * A case at a glance. While it travels in a group, status and holder are the group's as soon as the group has moved.
 *
 * @param ref number of the case
 * @param kind code of the case kind
 * @param area village of the case
 * @param subject whom it is about: personal data, never to be logged
 * @param status the status people see
 * @param holder role that has to act next, or null when nobody or the system
 * @param since since when the status holds
 * @param group name of the group it travels in, or null
 * @param openedBy account id of whoever opened it, or null for the system
 * @param openedAt when it was opened
 */
public record CaseSummary(
        CaseRef ref,
        String kind,
        AreaCode area,
        String subject,
        CaseStatus status,
        Role holder,
        Instant since,
        String group,
        Long openedBy,
        Instant openedAt) {

    static final Set<String> OF_AREAS = Set.of(CaseFigures.MEETING, "PERIOD");

    /** True when the subject is a family's name; a village's meeting and a regency's period are about an area. */
    public boolean namesFamily() {
        return !OF_AREAS.contains(kind);
    }
}
