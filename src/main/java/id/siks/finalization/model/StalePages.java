package id.siks.finalization.model;

import id.siks.casework.Moments;
import id.siks.casework.Timeline;
import id.siks.finalization.PeriodView;
import id.siks.finalization.model.PeriodBook.Move;
import id.siks.identity.Actors;
import id.siks.platform.Conflict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What somebody is told who decides on dates that are no longer those he saw: who was there before him (requirement 26). */
@Component
public class StalePages {

    private final PeriodBook book;
    private final Timeline timeline;
    private final Actors actors;
    private final Moments moments;

    StalePages(PeriodBook book, Timeline timeline, Actors actors, Moments moments) {
        this.book = book;
        this.timeline = timeline;
        this.actors = actors;
        this.moments = moments;
    }

    /**
     * Refuses with {@link Conflict} when the period is another one by now.
     *
     * @param seen version the page showed, or null when it showed none
     * @param now the period, locked
     */
    public void require(Long seen, PeriodView now) {
        if (seen == null || seen != now.version()) {
            throw stale(now);
        }
    }

    /**
     * A period changes when a date of it is moved, when it goes on by itself or when its opening follows the period before it;
     * who moved a date is told where nothing came after that.
     */
    private Conflict stale(PeriodView period) {
        Optional<Move> moved = book.moves(period.ref()).stream().findFirst().filter(move -> move.at()
                .isAfter(timeline.summary(period.ref()).since()));
        return moved.map(move -> Conflict.because(
                        "finalization.error.stale-moved",
                        actors.nameOf(move.by()),
                        moments.full(move.at(), period.regency())))
                .orElseGet(() -> Conflict.because("finalization.error.stale"));
    }
}
