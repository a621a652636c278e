package id.siks.worklist.desk;

import id.siks.casework.CaseRef;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.identity.Actor;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells on the page somebody is led to what he has just done ({@code worklist/parts :: done}). */
@Component
public class JustDone {

    private static final String ROLLED_OVER = "rolled-over";

    private final WorkDesk desk;
    private final Timeline timeline;

    JustDone(WorkDesk desk, Timeline timeline) {
        this.desk = desk;
        this.timeline = timeline;
    }

    /**
     * Fills the page.
     *
     * @param task as the address names it, or null; what he has not done himself is not told
     */
    public void tell(String task, Actor actor, Model model) {
        if (task != null) {
            desk.lastDone(task, actor).ifPresent(done -> {
                model.addAttribute("done", done);
                model.addAttribute("rolledOver", isRolledOver(done.ref()));
            });
        }
    }

    /** True when the cut-off was faster than what was done last: the case goes on, but in the next period. */
    private boolean isRolledOver(CaseRef ref) {
        List<TimelineEntry> happened = timeline.of(ref);
        return !happened.isEmpty()
                && ROLLED_OVER.equals(happened.get(happened.size() - 1).what());
    }
}
