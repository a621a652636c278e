package id.siks.proposal.web;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.NextList;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.VillageLists;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Until when the village has time this period, and what a page says when that moment passed while it was open. */
@Component
class CutoffNotice {

    private final Periods periods;
    private final VillageLists villageLists;

    CutoffNotice(Periods periods, VillageLists villageLists) {
        this.periods = periods;
        this.villageLists = villageLists;
    }

    /** The list that takes what the village hands in now, if one is planned. */
    Optional<NextList> next(AreaCode village) {
        return villageLists.next(village);
    }

    /**
     * True when the village's list of the period a page showed has closed while it was open, whether by its date, because the
     * date was moved or by the village itself: what the page hands in belongs to the next period. A date that was put off has not passed.
     *
     * @param shown number of the period the page carried, empty when it showed none
     */
    boolean passedSince(String shown, AreaCode village, Instant now) {
        return period(shown)
                .filter(period -> village.isWithin(period.regency()))
                .filter(period -> isClosed(period.state())
                        || !now.isBefore(period.villageCutoffAt())
                        || villageLists.closed(period.ref()).contains(village))
                .isPresent();
    }

    private static boolean isClosed(PeriodState state) {
        return state != PeriodState.PLANNED && state != PeriodState.OPEN;
    }

    private Optional<PeriodView> period(String shown) {
        try {
            return shown == null || shown.isBlank() ? Optional.empty() : periods.find(new CaseRef(shown));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
