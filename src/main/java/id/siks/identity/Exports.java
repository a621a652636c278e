package id.siks.identity;

import id.siks.platform.InvalidInput;
import id.siks.platform.Sentences;
import id.siks.platform.TooManyRequests;
import java.util.List;
import org.springframework.stereotype.Service;

/** Files with people's data leave only for a purpose, so often a day, and are kept in mind (requirements 21 to 23). */
@Service
public class Exports {

    private static final int SHORTEST_PURPOSE = 10;
    private static final int LONGEST_PURPOSE = 200;

    private final Limits limits;
    private final AccessLog log;

    Exports(Limits limits, AccessLog log) {
        this.limits = limits;
        this.log = log;
    }

    /**
     * Notes that the actor takes data home and uses up one of his times; {@link InvalidInput} at {@code purpose} without a
     * sentence what for, {@link TooManyRequests} when he has none left. Answers what for, as it was noted.
     *
     * @param subject whose, as in {@link AccessLog#record}
     */
    public String take(Actor actor, String subject, String purpose) {
        String why = purpose(purpose);
        limits.use(Limit.EXPORT, actor);
        note(actor, List.of(subject), why);
        return why;
    }

    /** How often somebody may {@link #take} something home on one day. Templates: {@code @exports}. */
    public long aDay() {
        return Limit.EXPORT.aDay().orElseThrow();
    }

    /** What for, as it is noted; {@link InvalidInput} at {@code purpose} when it is no sentence. Uses up nothing. */
    public String purpose(String typed) {
        return Sentences.required("purpose", typed, SHORTEST_PURPOSE, LONGEST_PURPOSE);
    }

    /** Notes whose data are in a file the actor {@link #take took}, where it is about many. */
    public void note(Actor actor, List<String> subjects, String purpose) {
        log.record(actor, AccessKind.EXPORT, subjects, purpose, AccessOutcome.GRANTED);
    }
}
