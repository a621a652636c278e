package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Actors;
import id.siks.platform.Conflict;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How far a case had come when somebody saw it, and who took it on since (requirement 26). Nothing that happened is ever taken
 * back, so the numbers only grow.
 */
@Component
public class SeenCases {

    private final Timeline timeline;
    private final Moments moments;
    private final Actors actors;

    SeenCases(Timeline timeline, Moments moments, Actors actors) {
        this.timeline = timeline;
        this.moments = moments;
        this.actors = actors;
    }

    /** How much has happened to the case, alone or with its list. */
    public int of(CaseRef ref) {
        return timeline.happened(ref).all();
    }

    /** How much of it happened with its list: none of that is written down with the case itself. */
    public int withList(CaseRef ref) {
        return timeline.happened(ref).withList();
    }

    /** What happened last; empty while nothing has. */
    public Optional<TimelineEntry> last(CaseRef ref) {
        List<TimelineEntry> happened = timeline.of(ref);
        return happened.isEmpty() ? Optional.empty() : Optional.of(happened.get(happened.size() - 1));
    }

    /**
     * What somebody is told who comes too late.
     *
     * @param sentence with a place for who was first and one for when
     * @param area whose clock tells when
     */
    public Conflict overtaken(TimelineEntry last, String sentence, AreaCode area) {
        return Conflict.because(sentence, actors.nameOf(last.by()), moments.full(last.at(), area));
    }
}
