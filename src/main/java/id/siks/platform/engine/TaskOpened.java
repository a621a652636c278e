package id.siks.platform.engine;

import java.time.Instant;

/**
 * A user task waits for somebody. Announced inside the transaction that created it.
 *
 * @param taskId the engine's id
 * @param taskKey id of the element in the diagram, for example {@code decide-proposal}
 * @param processKey id of the process
 * @param caseRef business key of the case
 * @param role the candidate role
 * @param areaCode area the task belongs to, digits only
 * @param kind kind of the case, as the engine's routing value holds it; may be empty
 * @param openedAt moment of creation
 * @param dueAt when it should be done
 * @param assignee account id of whom it is given to already, or null
 */
public record TaskOpened(
        String taskId,
        String taskKey,
        String processKey,
        String caseRef,
        String role,
        String areaCode,
        String kind,
        Instant openedAt,
        Instant dueAt,
        String assignee) {}
