package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.BatchMember;
import id.siks.casework.BatchMember.VillageList;
import id.siks.casework.CaseNoted;
import id.siks.casework.CaseRef;
import id.siks.casework.Moments;
import id.siks.finalization.model.Acknowledgements;
import id.siks.finalization.model.BatchItems;
import id.siks.finalization.model.Closings;
import id.siks.finalization.model.Level;
import id.siks.finalization.model.PeriodBook;
import id.siks.finalization.process.PeriodFinalizationProcess;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists of the villages in the periods of their regencies: closed by their operators, taken note of by the heads of
 * their districts. What needs somebody's hand checks his role and territory ({@link NotFound}); somebody faster is a
 * {@link Conflict}.
 */
@Service
@Transactional
public class VillageLists {

    private final PeriodBook book;
    private final Closings closings;
    private final Acknowledgements acknowledgements;
    private final BatchItems items;
    private final PeriodFinalizationProcess process;
    private final ObjectProvider<BatchMember> members;
    private final Jurisdiction jurisdiction;
    private final Actors actors;
    private final Areas areas;
    private final Moments moments;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    VillageLists(
            PeriodBook book,
            Closings closings,
            Acknowledgements acknowledgements,
            BatchItems items,
            PeriodFinalizationProcess process,
            ObjectProvider<BatchMember> members,
            Jurisdiction jurisdiction,
            Actors actors,
            Areas areas,
            Moments moments,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.book = book;
        this.closings = closings;
        this.acknowledgements = acknowledgements;
        this.items = items;
        this.process = process;
        this.members = members;
        this.jurisdiction = jurisdiction;
        this.actors = actors;
        this.areas = areas;
        this.moments = moments;
        this.time = time;
        this.events = events;
    }

    /**
     * The list that takes what {@code village} hands in now: the first whose cut-off is to come and that the village has not
     * closed itself; empty when no such period is planned.
     */
    @Transactional(readOnly = true)
    public Optional<NextList> next(AreaCode village) {
        Instant now = book.now();
        List<PeriodView> ahead = book.unfinished(village.at(AreaLevel.REGENCY)).stream()
                .filter(period -> period.state() == PeriodState.PLANNED || period.state() == PeriodState.OPEN)
                .filter(period -> period.villageCutoffAt().isAfter(now))
                .toList();
        Set<CaseRef> own =
                closings.closedBy(village, ahead.stream().map(PeriodView::ref).toList());
        Map<Boolean, List<PeriodView>> byClosed =
                ahead.stream().collect(Collectors.partitioningBy(period -> own.contains(period.ref())));
        PeriodView closed = byClosed.get(true).stream().findFirst().orElse(null);
        return byClosed.get(false).stream().findFirst().map(period -> new NextList(period, closed));
    }

    /**
     * The villages of a period in these territories, each with its state, in order of code.
     *
     * @param territories prefixes of area codes
     */
    @Transactional(readOnly = true)
    public List<VillageProgress> villages(CaseRef period, List<String> territories) {
        PeriodView view = book.get(period);
        Map<AreaCode, Closings.Closing> closed = closings.villages(period, territories);
        Map<AreaCode, Instant> noted = acknowledgements.of(period, territories);
        return book.villages(view.regency()).stream()
                .filter(village -> territories.stream().anyMatch(village.value()::startsWith))
                .map(village -> {
                    Closings.Closing closing = closed.get(village);
                    return new VillageProgress(
                            village,
                            areas.get(village).name(),
                            closing == null ? null : closing.at(),
                            closing == null ? 0 : closing.members(),
                            noted.get(village));
                })
                .toList();
    }

    /** The villages whose lists of the period take no more cases. */
    @Transactional(readOnly = true)
    public Set<AreaCode> closed(CaseRef period) {
        return closings.villages(period).keySet();
    }

    /**
     * The operator closes the list of his village: every case that is ready joins the batch. One with somebody the civil
     * registry knows otherwise goes back to be corrected instead.
     *
     * @return how many joined; may be 0
     */
    public int finalizeVillage(CaseRef period, AreaCode village, Actor by) {
        jurisdiction.require(by, Role.VILLAGE_OPERATOR, village);
        PeriodView view = book.lock(period);
        jurisdiction.require(actors.again(by), Role.VILLAGE_OPERATOR, village);
        requireVillage(village, view);
        closings.requireOpen(period, Level.VILLAGE, village);
        Instant now = book.now();
        if (view.state() != PeriodState.OPEN || !now.isBefore(view.villageCutoffAt())) {
            throw Refused.because(
                    "finalization.error.village-cutoff-passed", moments.full(view.villageCutoffAt(), view.regency()));
        }
        BatchMember member = members.getObject();
        VillageList list = member.listOf(village);
        List<CaseRef> joined = items.join(period, village, list.ready(), now);
        closings.closed(period, Level.VILLAGE, village, by.accountId(), now, joined.size());
        if (!joined.isEmpty()) {
            member.villageFinalized(joined, period.value(), by);
        }
        member.keptOff(list.returning());
        events.publishEvent(new VillageFinalized(period, village, joined.size(), by.accountId(), now));
        process.villageFinalized(period, village);
        return joined.size();
    }

    /**
     * The head of the district takes note of a village's closed list; it goes its way with and without (glossary 4). Once is
     * enough: the first word stands. {@link Conflict} while the village has not closed it.
     */
    public void acknowledge(CaseRef period, AreaCode village, Actor by) {
        jurisdiction.require(by, Role.DISTRICT_HEAD, village);
        PeriodView view = book.get(period);
        requireVillage(village, view);
        String name = areas.get(village).name();
        if (closings.find(period, Level.VILLAGE, village).isEmpty()) {
            throw Conflict.because("finalization.error.list-open", name);
        }
        Instant now = time.now();
        if (acknowledgements.add(period, village, by.accountId(), now)) {
            events.publishEvent(new CaseNoted(List.of(period), "list-acknowledged", by.accountId(), name, now));
        }
    }

    private static void requireVillage(AreaCode village, PeriodView period) {
        if (!village.isWithin(period.regency()) || village.level() != AreaLevel.VILLAGE) {
            throw new NotFound("village " + village + " in period " + period.ref());
        }
    }
}
