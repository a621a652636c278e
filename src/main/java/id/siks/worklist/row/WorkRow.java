package id.siks.worklist.row;

import id.siks.area.AreaCode;
import id.siks.casework.CaseStatus;
import id.siks.casework.Outlook;
import id.siks.identity.Role;
import java.time.Instant;

/**
 * One line of a list.
 *
 * @param titleKey key of the task's title
 * @param subject whom or what it is about, or null when that is only its place
 * @param namesFamily true when the subject is the name of a family
 * @param area where
 * @param place name of the area with the names above it
 * @param status status of the case, or null when casework does not know it
 * @param assignee name of who took it, or null
 * @param mine true when the reader took it
 * @param doneAt when it was done, or null
 * @param outlook what is foretold of it while it is open, else null
 */
public record WorkRow(
        String taskId,
        String task,
        String titleKey,
        String ref,
        String subject,
        boolean namesFamily,
        AreaCode area,
        String place,
        CaseStatus status,
        Role role,
        Due due,
        String assignee,
        boolean mine,
        Instant doneAt,
        Outlook outlook) {}
