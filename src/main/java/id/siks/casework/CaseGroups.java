package id.siks.casework;

import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that travel together. When a group moves, one row changes and every member shows the new status and holder; what
 * happens to the group stands in each member's timeline for as long as it is a member. Needs the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseGroups {

    private final CaseGroupRows rows;
    private final BusinessTime time;

    CaseGroups(CaseGroupRows rows, BusinessTime time) {
        this.rows = rows;
        this.time = time;
    }

    /**
     * A new group without members.
     *
     * @param label name people know it by, for example {@code 2026-11 Kabupaten Lampung Barat}
     * @param status its status; members show it from the first {@link #progress} on
     * @param holder role that has to act next, or null
     * @return key of the group
     */
    public long open(String label, CaseStatus status, Role holder, Instant at) {
        return rows.open(label, status, holder, at);
    }

    /** These travel with {@code group} from now on; a case in another group leaves that one. */
    public void join(long group, List<CaseRef> members) {
        rows.join(group, members, time.now());
    }

    /** These travel alone again and keep the status they showed. Cases in no group are left as they are. */
    public void leave(List<CaseRef> members) {
        rows.leave(members, time.now());
    }

    /** Something happened to the group, and so to each member; parameters as in {@link CaseProgressed}. */
    public void progress(
            long group, String what, CaseStatus status, Role holder, Long by, Reason reason, String note, Instant at) {
        rows.progress(group, what, status, holder, by, reason, note, at);
    }
}
