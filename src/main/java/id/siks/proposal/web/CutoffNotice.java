package id.siks.proposal.web;

import id.siks.area.AreaCode;
import id.siks.finalization.Periods;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Until when the village has time this period, and what a page says when that moment passed while it was open. */
@Component
class CutoffNotice {

    private final Periods periods;

    CutoffNotice(Periods periods) {
        this.periods = periods;
    }

    /** The cut-off of the village's period, if one is open and not yet closed for villages. */
    Optional<Cutoff> next(AreaCode village, Instant now) {
        return periods.currentFor(village)
                .filter(period -> period.villageCutoffAt() != null
                        && period.villageCutoffAt().isAfter(now))
                .map(period -> new Cutoff(period.villageCutoffAt()));
    }

    /**
     * True when the cut-off a page showed has passed while it was open: what it hands in belongs to the next period.
     *
     * @param shown ISO instant the page carried, empty when it showed none
     */
    static boolean passedSince(String shown, Instant now) {
        try {
            return shown != null && !shown.isBlank() && !Instant.parse(shown).isAfter(now);
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /**
     * Until when the village has time.
     *
     * @param at the moment, as the page carries it
     */
    record Cutoff(Instant at) {}
}
