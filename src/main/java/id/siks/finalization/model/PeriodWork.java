package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseGroups;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.finalization.BatchDetermined;
import id.siks.finalization.ItemRolledOver;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodOpened;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens to a period without anybody's hand: it opens, its lists close, the decree takes effect. */
@Component
public class PeriodWork {

    /** Cases the decree reaches in one transaction: so many are held until it ends, and repeated after a fault. */
    static final int CHUNK = 100;

    private final PeriodBook book;
    private final Closings closings;
    private final BatchItems items;
    private final BatchRows batches;
    private final Departures departures;
    private final ListHash hash;
    private final CaseGroups groups;
    private final PeriodCase cases;
    private final ObjectProvider<BatchMember> members;
    private final Areas areas;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    PeriodWork(
            PeriodBook book,
            Closings closings,
            BatchItems items,
            BatchRows batches,
            Departures departures,
            ListHash hash,
            CaseGroups groups,
            PeriodCase cases,
            ObjectProvider<BatchMember> members,
            Areas areas,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.book = book;
        this.closings = closings;
        this.items = items;
        this.batches = batches;
        this.departures = departures;
        this.hash = hash;
        this.groups = groups;
        this.cases = cases;
        this.members = members;
        this.areas = areas;
        this.time = time;
        this.events = events;
    }

    /** Opens the period: its villages may finalise. */
    public PeriodView open(CaseRef ref) {
        PeriodView period = book.progress(ref, PeriodState.PLANNED, PeriodState.OPEN);
        Instant now = time.now();
        cases.progressed(ref, "period-opened", CaseStatus.READY_FOR_MEETING, Role.VILLAGE_OPERATOR, null, now);
        events.publishEvent(new PeriodOpened(ref, period.regency(), period.villageCutoffAt(), now));
        return period;
    }

    /**
     * Closes the villages' lists. What is on none of them goes on in {@code next}: ready or not, and whether its village had
     * finalised before or did not. Whoever the civil registry knows otherwise is corrected for it.
     */
    public PeriodView closeVillages(CaseRef ref, CaseRef next) {
        PeriodView period = book.progress(ref, PeriodState.OPEN, PeriodState.VILLAGES_CLOSED);
        Instant now = time.now();
        BatchMember member = members.getObject();
        member.notListed(period.regency()).forEach((village, cases) -> {
            missed(cases, village, ref, next, Milestone.VILLAGE_CUTOFF, now);
            member.keptOff(cases);
        });
        cases.progressed(ref, "villages-closed", CaseStatus.VILLAGE_FINALIZED, Role.REGENCY_VERIFIER, null, now);
        return period;
    }

    /**
     * Closes the regency's list: what is undecided goes on in {@code next}, what is approved is frozen with its hash.
     *
     * @return how many cases the list has
     */
    public int seal(CaseRef ref, CaseRef next) {
        PeriodView period = book.lock(ref);
        Instant now = time.now();
        // First what is left out: a decision that waits for this transaction then finds its case in the next period.
        rollOver(ref, next, now);
        List<BatchItems.Item> list = items.seal(ref, now);
        closeRegency(period, list.size(), now);
        if (list.isEmpty()) {
            book.progress(ref, PeriodState.VILLAGES_CLOSED, PeriodState.EMPTY);
            cases.progressed(ref, "period-empty", CaseStatus.CANCELLED, null, null, now);
            return 0;
        }
        long group = groups.open(label(period), CaseStatus.APPROVED_BY_REGENCY, Role.REGENCY_OFFICE_HEAD, now);
        groups.join(group, list.stream().map(BatchItems.Item::ref).toList());
        batches.sealed(ref, group, hash.write(list), now);
        book.progress(ref, PeriodState.VILLAGES_CLOSED, PeriodState.REGENCY_CLOSED);
        cases.travelled(
                ref, group, "batch-sealed", CaseStatus.APPROVED_BY_REGENCY, Role.REGENCY_OFFICE_HEAD, null, null, now);
        return list.size();
    }

    /**
     * Lets the decree take effect on the next cases of the list. Run again after a fault it goes on where it was: what is
     * done tells its row. May run several times at once: each takes cases of its own.
     *
     * @return false when no case was free to be taken
     */
    public boolean applyDetermination(CaseRef ref) {
        return determined(ref, items.chunk(ref, CHUNK));
    }

    /** Ends the period. A case somebody else held while the lanes passed by is waited for and determined here. */
    public void conclude(CaseRef ref) {
        book.lock(ref);
        boolean found = true;
        while (found) {
            found = determined(ref, items.rest(ref, CHUNK));
        }
        Instant now = time.now();
        PeriodView period = book.progress(ref, PeriodState.MINISTRY_PROCESSING, PeriodState.DETERMINED);
        batches.applied(ref, now);
        cases.progressed(ref, "period-determined", CaseStatus.DETERMINED, null, null, now);
        events.publishEvent(new BatchDetermined(
                ref, period.regency(), batches.decreeNumber(ref), items.count(ref, "DETERMINED"), now));
    }

    private boolean determined(CaseRef ref, List<CaseRef> chunk) {
        if (chunk.isEmpty()) {
            return false;
        }
        String decree = batches.decreeNumber(ref);
        List<CaseRef> setAside = members.getObject().determined(chunk, decree);
        setAside.forEach(member -> departures.setAside(ref, member));
        items.determined(chunk, time.now());
        return true;
    }

    private void closeRegency(PeriodView period, int approved, Instant now) {
        if (closings.find(period.ref(), Level.REGENCY, period.regency()).isEmpty()) {
            closings.closed(period.ref(), Level.REGENCY, period.regency(), null, now, approved);
        }
    }

    private void rollOver(CaseRef ref, CaseRef next, Instant now) {
        Map<AreaCode, List<CaseRef>> undecided = items.rollOver(ref, next, now).stream()
                .collect(Collectors.groupingBy(
                        BatchItems.Item::village,
                        LinkedHashMap::new,
                        Collectors.mapping(BatchItems.Item::ref, Collectors.toList())));
        undecided.forEach((village, refs) -> missed(refs, village, ref, next, Milestone.REGENCY_CUTOFF, now));
    }

    private void missed(List<CaseRef> refs, AreaCode village, CaseRef from, CaseRef to, Milestone cutoff, Instant now) {
        if (refs.isEmpty()) {
            return;
        }
        members.getObject().rolledOver(refs, to.value());
        events.publishEvent(new ItemRolledOver(refs, village, from, to, cutoff, now));
    }

    private String label(PeriodView period) {
        return period.month() + " " + areas.get(period.regency()).name();
    }
}
