package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Role;
import java.time.Instant;

/**
 * A task that waits, as its handler sees it.
 *
 * @param id the engine's id
 * @param key id of the user task in the diagram, name of its form and handler
 * @param caseRef the case
 * @param role who may do it
 * @param area its area
 * @param dueAt until when
 * @param assignee account id of who claimed it, or null
 */
public record OpenTask(
        String id, String key, CaseRef caseRef, Role role, AreaCode area, Instant dueAt, Long assignee) {}
