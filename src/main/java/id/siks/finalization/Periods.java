package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The periods of the regencies: planned, opened, closed by the villages and by the regency. */
@Service
@Transactional
public class Periods {

    /** The open period of the regency {@code any} lies in: the one its villages can finalise now. */
    public Optional<PeriodView> openFor(AreaCode any) {
        throw new UnsupportedOperationException();
    }

    /** The earliest period of the regency {@code any} lies in whose list can still grow: open, closing or planned. */
    public Optional<PeriodView> currentFor(AreaCode any) {
        throw new UnsupportedOperationException();
    }

    /** The period with this number. */
    public Optional<PeriodView> find(CaseRef period) {
        throw new UnsupportedOperationException();
    }

    /** Lets a regency follow another calendar and cadence, from the next period that is planned. */
    public void follow(AreaCode regency, String calendar, Cadence cadence) {
        throw new UnsupportedOperationException();
    }

    /**
     * Plans the period of a regency that closes in {@code month}, with the dates of its calendar, and starts its process.
     * Planned already: that one is answered.
     */
    public PeriodView plan(AreaCode regency, YearMonth month) {
        throw new UnsupportedOperationException();
    }

    /**
     * Moves a date of a period, earlier or later, never into the past ({@code to} a moment ago counts as now), and
     * announces {@link CutoffMoved}. Only the regency's office head may.
     *
     * @param sentence why, 10 to 1,000 characters
     */
    public void moveCutoff(CaseRef period, Milestone milestone, Instant to, String sentence, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Every village of a period with its state, in order of code. */
    public List<VillageProgress> villages(CaseRef period) {
        throw new UnsupportedOperationException();
    }

    /**
     * The operator closes the list of his village: every case that is ready joins the batch.
     *
     * @return how many joined; may be 0
     */
    public int finalizeVillage(CaseRef period, AreaCode village, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The verifier closes the regency's list before the cut-off does. */
    public void closeRegency(CaseRef period, Actor by) {
        throw new UnsupportedOperationException();
    }
}
