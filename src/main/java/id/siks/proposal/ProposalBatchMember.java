package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.proposal.model.BatchFaults;
import id.siks.proposal.model.BatchMatching;
import id.siks.proposal.model.BatchTravel;
import id.siks.proposal.model.BatchTravel.Determined;
import id.siks.proposal.model.Deciding;
import id.siks.proposal.model.OfficialWords;
import id.siks.proposal.model.Workers;
import id.siks.proposal.process.ListReturns;
import id.siks.proposal.process.ProposalTrunkProcess;
import id.siks.register.ActivationReport.SetAside;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A proposal as a member of a period's batch. Everything that changes happens in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProposalBatchMember implements BatchMember {

    private static final Logger LOG = LoggerFactory.getLogger(ProposalBatchMember.class);

    private final BatchTravel travel;
    private final ListReturns returns;
    private final BatchMatching matching;
    private final BatchFaults faults;
    private final Workers workers;
    private final Deciding deciding;
    private final ProposalTrunkProcess trunk;
    private final OfficialWords words;

    ProposalBatchMember(
            BatchTravel travel,
            ListReturns returns,
            BatchMatching matching,
            BatchFaults faults,
            Workers workers,
            Deciding deciding,
            ProposalTrunkProcess trunk,
            OfficialWords words) {
        this.travel = travel;
        this.returns = returns;
        this.matching = matching;
        this.faults = faults;
        this.workers = workers;
        this.deciding = deciding;
        this.trunk = trunk;
        this.words = words;
    }

    /** Only who waits for his village can go on with its list, whatever his status says. */
    @Override
    public VillageList listOf(AreaCode village) {
        VillageList list = travel.list(village);
        List<CaseRef> ready = list.ready();
        List<CaseRef> waiting = trunk.waitingForVillage(ready);
        if (waiting.size() < ready.size()) {
            LOG.warn("{} of {} ready cases do not wait for their village", ready.size() - waiting.size(), ready.size());
        }
        Set<CaseRef> returning = returns.among(waiting);
        Map<Boolean, List<CaseRef>> parted = waiting.stream().collect(Collectors.partitioningBy(returning::contains));
        return new VillageList(parted.get(false), parted.get(true), list.blocked());
    }

    @Override
    public Map<AreaCode, List<CaseRef>> notListed(AreaCode regency) {
        return travel.notListed(regency);
    }

    @Override
    public void villageFinalized(List<CaseRef> members, String period, Actor by) {
        List<CaseRef> joined = travel.finalized(members, period, by == null ? null : by.accountId());
        if (joined.size() != members.size() || trunk.villageFinalized(joined) != joined.size()) {
            throw Conflict.because("proposal.error.list-changed");
        }
    }

    @Override
    public void keptOff(List<CaseRef> members) {
        returns.sendBack(members);
    }

    @Override
    public void returned(CaseRef member, Level from, Reason reason, Actor by) {
        deciding.takenOut(member, from, reason, by == null ? null : by.accountId());
        trunk.itemReturned(member, from == Level.MINISTRY);
    }

    @Override
    public void rejected(CaseRef member, Reason reason, Actor by) {
        deciding.rejectedByMinistry(member, reason, by.accountId());
        trunk.itemRejected(member);
    }

    @Override
    public void rolledOver(List<CaseRef> members, String toPeriod) {
        travel.rolledOver(members, toPeriod);
    }

    @Override
    public List<CaseRef> determined(List<CaseRef> members, String decree) {
        Determined determined = travel.determine(members, decree);
        int ended = trunk.batchDetermined(determined.done());
        if (ended != determined.done().size()) {
            LOG.warn(
                    "{} determined cases had no process to end",
                    determined.done().size() - ended);
        }
        determined.setAside().forEach(this::setAside);
        return determined.setAside().stream().map(SetAside::caseRef).toList();
    }

    /** Also read by pages, which have no transaction of their own. */
    @Override
    @Transactional(readOnly = true)
    public Set<Long> workersOn(List<CaseRef> members) {
        return workers.orDecidersOn(members);
    }

    /** Also read by pages, which have no transaction of their own. */
    @Override
    @Transactional(readOnly = true)
    public List<ListLine> lines(List<CaseRef> members) {
        return travel.lines(members);
    }

    @Override
    public void match(List<CaseRef> members) {
        matching.match(members);
    }

    /** Also read by pages, which have no transaction of their own. */
    @Override
    @Transactional(readOnly = true)
    public Set<CaseRef> unmatched(List<CaseRef> members) {
        return matching.unmatched(members);
    }

    @Override
    public Map<CaseRef, List<Fault>> faults(List<CaseRef> members) {
        return faults.of(members);
    }

    /** The register holds the person elsewhere: the regency has to look at it again. */
    private void setAside(SetAside aside) {
        returned(aside.caseRef(), Level.MINISTRY, new Reason(aside.reason(), words.setAside()), null);
    }
}
