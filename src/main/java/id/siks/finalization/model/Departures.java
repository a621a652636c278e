package id.siks.finalization.model;

import id.siks.casework.CaseChanged;
import id.siks.casework.CaseGroups;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseTurns;
import id.siks.finalization.Departure;
import id.siks.finalization.PeriodState;
import id.siks.finalization.model.BatchItems.Travelling;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Cases that leave their batch. What leaves a sealed list is a numbered correction of it: before the regent's letter the
 * list gets another hash, after it the letter keeps its own and the correction only says so.
 */
@Component
public class Departures {

    private final PeriodBook book;
    private final BatchItems items;
    private final BatchRows rows;
    private final Corrections corrections;
    private final ListHash hash;
    private final CaseGroups groups;
    private final CaseTurns turns;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Departures(
            PeriodBook book,
            BatchItems items,
            BatchRows rows,
            Corrections corrections,
            ListHash hash,
            CaseGroups groups,
            CaseTurns turns,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.turns = turns;
        this.book = book;
        this.items = items;
        this.rows = rows;
        this.corrections = corrections;
        this.hash = hash;
        this.groups = groups;
        this.events = events;
        this.time = time;
    }

    /**
     * Takes the turn of the case's period, locks it and the case's place in its batch, in this order; whoever changes the
     * case itself does that afterwards. So a deed on one case, a task of its period and a decree that reaches many never
     * wait for each other.
     */
    public Optional<Travelling> hold(CaseRef member) {
        Optional<Travelling> place = items.find(member);
        CaseRef locked = null;
        // It may be rolled over to a later period while this waits for the earlier one.
        while (place.isPresent() && !place.get().period().equals(locked)) {
            locked = place.get().period();
            turns.take(locked);
            book.lock(locked);
            place = items.find(member);
        }
        return place.isPresent() ? items.lock(member) : place;
    }

    /**
     * The case ends or goes back by itself: it travels no longer.
     *
     * @return the period whose sealed list it left, or nothing when it was in none
     */
    public Optional<CaseRef> left(CaseRef member) {
        Optional<Travelling> held = hold(member);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Travelling place = held.get();
        boolean unlist = place.sealed() && unratified(place.period());
        if (place.sealed() && !unlist) {
            hash.keep(member);
        }
        items.left(member, unlist, time.now());
        groups.leave(List.of(member));
        if (place.sealed()) {
            corrected(place, member, Departure.LEFT, unlist, null);
        }
        return place.sealed() ? Optional.of(place.period()) : Optional.empty();
    }

    /** A level takes the case out of the sealed list, to have it mended or to end it. */
    public void takeOut(Travelling place, CaseRef member, Departure cause, long by) {
        boolean unlist = unratified(place.period());
        if (!unlist) {
            hash.keep(member);
        }
        if (!items.takenOut(place.period(), member, cause, unlist, time.now())) {
            throw new NotFound("sealed item " + member);
        }
        groups.leave(List.of(member));
        corrected(place, member, cause, unlist, by);
    }

    /** The register holds the person elsewhere: the decree does not reach the case, which travels alone again. */
    void setAside(CaseRef period, CaseRef member) {
        Travelling place = items.find(member).orElseThrow(() -> new NotFound("sealed item " + member));
        hash.keep(member);
        items.takenOut(period, member, Departure.RETURNED, false, time.now());
        groups.leave(List.of(member));
        corrected(place, member, Departure.RETURNED, false, null);
    }

    private void corrected(Travelling place, CaseRef member, Departure cause, boolean unlisted, Long by) {
        CaseRef period = place.period();
        if (unlisted) {
            rows.rehashed(period, hash.ofWrittenLines(period));
            // Whoever has the list before him reads, and perhaps signs, the hash it had.
            events.publishEvent(new CaseChanged(period));
        }
        corrections.add(place, member, cause, !unlisted, by, time.now());
    }

    private boolean unratified(CaseRef period) {
        return book.get(period).state() == PeriodState.REGENCY_CLOSED;
    }
}
