package id.siks.casework;

import id.siks.identity.Actors;
import id.siks.platform.Conflict;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody is told whose task is gone: who was there before him, and when (requirement 26). */
@Component
public class LateComers {

    private final Timeline timeline;
    private final Actors actors;
    private final Moments moments;

    LateComers(Timeline timeline, Actors actors, Moments moments) {
        this.timeline = timeline;
        this.actors = actors;
        this.moments = moments;
    }

    /**
     * Says who acted last in the case.
     *
     * @param named key of the sentence; its arguments are the name and the moment
     * @param own key of the sentence when it was the late comer himself; its argument is the moment
     * @param nameless key of the sentence when nobody has acted in it yet
     */
    public Conflict told(CaseRef ref, String named, String own, String nameless) {
        List<TimelineEntry> people =
                timeline.of(ref).stream().filter(entry -> entry.by() != null).toList();
        if (people.isEmpty()) {
            return Conflict.because(nameless);
        }
        TimelineEntry last = people.get(people.size() - 1);
        String moment = moments.full(last.at(), timeline.summary(ref).area());
        return actors.acting().filter(last.by()::equals).isPresent()
                ? Conflict.because(own, moment)
                : Conflict.because(named, actors.nameOf(last.by()), moment);
    }
}
