package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import java.time.Instant;
import java.util.List;

/** Tells the timeline page what waits in a case, for whom and until when; implemented by the worklist. */
public interface CaseWaits {

    /** The open tasks of a case as {@code reader}, who sees the case, may look at them. */
    Waits of(CaseSummary summary, Actor reader);

    /**
     * What waits in a case.
     *
     * @param shown a few open tasks, the one due first in front: of the case itself and of what the reader sees of its area
     * @param others how many more there are
     */
    record Waits(List<Wait> shown, int others) {}

    /**
     * One open task.
     *
     * @param task id of the user task; its title is {@code <room>.task.<task>}
     * @param titleKey message key of its title
     * @param role who may do it
     * @param area where it is to be done
     * @param assignee account id of who claimed it, or null
     * @param openedAt since when it waits
     * @param dueAt until when it should be done
     * @param moved who moved that date last, or null when it stands as it was counted
     */
    record Wait(
            String task,
            String titleKey,
            Role role,
            AreaCode area,
            Long assignee,
            Instant openedAt,
            Instant dueAt,
            Moved moved) {}

    /**
     * A supervisor moved a due date.
     *
     * @param by his account id
     * @param from the date before
     * @param why in his own words
     */
    record Moved(long by, Instant from, String why) {}
}
