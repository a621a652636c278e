package id.siks.processadmin.release;

import id.siks.casework.CaseRef;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.identity.Posts;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When the next period opens, of whichever regency is first. */
@Component
class NextOpening {

    private final Periods periods;
    private final Posts posts;

    NextOpening(Periods periods, Posts posts) {
        this.periods = periods;
        this.posts = posts;
    }

    /** Empty when no period is planned. */
    Optional<Start> after(Instant now) {
        return posts.regencies().stream()
                .flatMap(regency -> periods.ahead(regency).stream())
                .filter(period -> period.state() == PeriodState.PLANNED)
                .filter(period -> period.opensAt().isAfter(now))
                .min(Comparator.comparing(PeriodView::opensAt))
                .map(period -> new Start(period.opensAt(), period.ref().value()));
    }

    /** When the period opens or opened by what is known today; empty when there is no such period any more. */
    Optional<Instant> of(String period) {
        return periods.find(new CaseRef(period)).map(PeriodView::opensAt);
    }
}
