package id.siks.worklist.tasks;

import id.siks.area.AreaCode;
import id.siks.casework.OpenTask;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.identity.Actors;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people last did in a case: whoever checks a second time sees what was decided the first time. */
@Component
class LastDeeds {

    private static final int SHOWN = 3;

    private final Timeline timeline;
    private final Actors actors;

    LastDeeds(Timeline timeline, Actors actors) {
        this.timeline = timeline;
        this.actors = actors;
    }

    /** The last few, the latest in front; what only led the work to somebody is not among them. */
    Told of(OpenTask task) {
        List<TimelineEntry> done = timeline.of(task.caseRef()).stream()
                .filter(entry -> entry.by() != null && !EarlierHands.steers(entry))
                .toList();
        List<TimelineEntry> last = done.subList(Math.max(0, done.size() - SHOWN), done.size());
        Map<Long, String> names =
                actors.namesOf(last.stream().map(TimelineEntry::by).toList());
        List<Deed> deeds = last.stream()
                .map(entry -> new Deed(entry, names.get(entry.by())))
                .collect(Collectors.toList());
        Collections.reverse(deeds);
        return new Told(task.area(), deeds);
    }

    /**
     * What is shown.
     *
     * @param area whose clock tells the moments
     */
    record Told(AreaCode area, List<Deed> deeds) {}

    /** One deed and the name of who did it. */
    record Deed(TimelineEntry entry, String by) {}
}
