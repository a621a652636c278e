package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.BatchMember.Blocked;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.BatchMember.VillageList;
import id.siks.casework.CaseNoted;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.proposal.model.TravelRows.Read;
import id.siks.proposal.model.TravelRows.Waiting;
import id.siks.register.ActivationReport;
import id.siks.register.Families;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Proposals in a period's batch: many at once, the truth first, the processes after. */
@Component
public class BatchTravel {

    private final TravelRows rows;
    private final OpenSubjects open;
    private final DeterminedNow determinedNow;
    private final Families families;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    BatchTravel(
            TravelRows rows,
            OpenSubjects open,
            DeterminedNow determinedNow,
            Families families,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.rows = rows;
        this.open = open;
        this.determinedNow = determinedNow;
        this.families = families;
        this.events = events;
        this.time = time;
    }

    /** Cases of the village that wait for its list: those that may join and those that cannot yet. */
    public VillageList list(AreaCode village) {
        Map<Boolean, List<Blocked>> waiting = rows.waitingIn(village).stream()
                .collect(Collectors.partitioningBy(
                        Waiting::ready, Collectors.mapping(Waiting::blocked, Collectors.toList())));
        return new VillageList(waiting.get(true).stream().map(Blocked::ref).toList(), List.of(), waiting.get(false));
    }

    /** Cases of the regency that are on no village's list yet, by village. */
    public Map<AreaCode, List<CaseRef>> notListed(AreaCode regency) {
        return rows.notListed(regency);
    }

    /** The village's list is closed with these; answers those that did join. */
    public List<CaseRef> finalized(Collection<CaseRef> members, String period, Long by) {
        List<CaseRef> joined = rows.finalizeAll(members);
        tell(joined, "village-finalized", CaseStatus.VILLAGE_FINALIZED, null, by, period);
        return joined;
    }

    /**
     * They missed a cut-off while somebody still works at them: they keep their status and their work goes on, so that their
     * timelines only say it. Who is approved already is on the list, or was too late for it and has been told by the model.
     */
    public void rolledOver(List<CaseRef> members, String toPeriod) {
        events.publishEvent(new CaseNoted(members, "rolled-over", null, toPeriod, time.now()));
    }

    /** Takes the families over into the register and ends the cases; what was done before is not done again. */
    public Determined determine(Collection<CaseRef> members, String decree) {
        List<Read> waiting = rows.toActivate(members);
        if (waiting.isEmpty()) {
            return new Determined(List.of(), List.of());
        }
        ActivationReport report =
                families.activate(waiting.stream().map(Read::activation).toList());
        Set<CaseRef> taken = report.activated().keySet();
        rows.determined(waiting, taken);
        List<CaseRef> done =
                waiting.stream().map(Read::ref).filter(taken::contains).toList();
        determinedNow.add(done);
        open.release(done);
        tell(done, "applied", CaseStatus.DETERMINED, null, null, decree);
        return new Determined(done, report.setAside());
    }

    /** True once the register holds the family of this case. */
    public boolean isDetermined(CaseRef ref) {
        return determinedNow.has(ref) || rows.isDetermined(ref);
    }

    /** What the list of names shows, in the order of {@code members}; unknown cases are left out. */
    public List<ListLine> lines(List<CaseRef> members) {
        Map<CaseRef, ListLine> lines = rows.lines(members);
        return members.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    private void tell(List<CaseRef> refs, String what, CaseStatus status, Role holder, Long by, String note) {
        if (!refs.isEmpty()) {
            events.publishEvent(new CaseProgressed(refs, what, status, holder, by, null, note, time.now()));
        }
    }

    /**
     * What a determination did.
     *
     * @param done families now in the register
     * @param setAside cases whose person or family card the register holds elsewhere
     */
    public record Determined(List<CaseRef> done, List<ActivationReport.SetAside> setAside) {}
}
