package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseOpened;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.casework.CaseStatus;
import id.siks.casework.CaseTurns;
import id.siks.casework.Reason;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.proposal.MeetingRecord;
import id.siks.proposal.MeetingRecord.Verdict;
import id.siks.proposal.MeetingRoute;
import id.siks.proposal.MeetingView;
import id.siks.proposal.ProposalLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Village meetings: called, recorded, signed, and their word passed on to the cases. */
@Component
public class Meetings {

    private static final String PREFIX = "MUS";

    private final VillageMeetingRepository meetings;
    private final MeetingRows rows;
    private final MeetingRules rules;
    private final Advice advice;
    private final Workers workers;
    private final ProposalRepository proposals;
    private final CaseRefs refs;
    private final CaseTurns turns;
    private final Areas areas;
    private final Jurisdiction jurisdiction;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Meetings(
            VillageMeetingRepository meetings,
            MeetingRows rows,
            MeetingRules rules,
            Advice advice,
            Workers workers,
            ProposalRepository proposals,
            CaseRefs refs,
            CaseTurns turns,
            Areas areas,
            Jurisdiction jurisdiction,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.meetings = meetings;
        this.rows = rows;
        this.rules = rules;
        this.advice = advice;
        this.workers = workers;
        this.proposals = proposals;
        this.refs = refs;
        this.turns = turns;
        this.areas = areas;
        this.jurisdiction = jurisdiction;
        this.events = events;
        this.time = time;
    }

    /** The day of each village's latest signed meeting or statement; villages that never had one are absent. */
    public Map<AreaCode, LocalDate> lastSigned(AreaCode within) {
        return rows.lastSigned(within);
    }

    /** Calls a meeting; empty when one is called already. {@code by} is null when the system calls it. */
    public Optional<CaseRef> callIfNone(AreaCode village, Long by) {
        // One that is being signed at this moment has room for nobody any more.
        if (rows.joinIn(village).isPresent()) {
            return Optional.empty();
        }
        CaseRef ref = refs.next(PREFIX, village);
        if (!rows.open(ref, village, time.now())) {
            return Optional.empty();
        }
        events.publishEvent(new CaseOpened(
                ref,
                VillageMeeting.KIND,
                village,
                areas.get(village).name(),
                CaseStatus.READY_FOR_MEETING,
                by,
                time.now()));
        return Optional.of(ref);
    }

    /** Calls the next meeting for families that are left over; empty when there are none, or one is called already. */
    public Optional<CaseRef> callForRest(AreaCode village) {
        proposals.flush();
        return rows.keepsCandidate(village, oldest(village)) ? callIfNone(village, null) : Optional.empty();
    }

    /** Villages of the regency whose families wait for a meeting that nobody has called, as when their evidence has grown too old. */
    public List<AreaCode> uncalled(AreaCode regency) {
        return rows.uncalled(regency, oldest(regency));
    }

    /** The village's open meeting when nobody is left to be talked about; until the transaction ends nobody joins it. */
    public Optional<CaseRef> needless(AreaCode village) {
        proposals.flush();
        Optional<CaseRef> open = rows.openIn(village);
        open.ifPresent(turns::take);
        return rows.lockIn(village)
                .filter(meeting -> open.filter(meeting::equals).isPresent())
                .filter(meeting -> rows.candidates(village, oldest(village)).isEmpty());
    }

    /** Calls a meeting off that has nobody to talk about. */
    public void callOff(CaseRef ref) {
        VillageMeeting meeting = get(ref);
        meeting.callOff();
        meetings.flush();
        tell(meeting, "meeting-called-off", CaseStatus.CANCELLED, null, null);
    }

    /** The meeting called in a village the operator works for, if one is. */
    public Optional<CaseRef> openIn(AreaCode village, Actor actor) {
        if (village.level() != AreaLevel.VILLAGE) {
            throw new NotFound("village " + village);
        }
        jurisdiction.require(actor, Role.VILLAGE_OPERATOR, village);
        return rows.openIn(village);
    }

    /** A meeting with the families it can talk about. */
    public MeetingView view(CaseRef ref, Actor actor) {
        VillageMeeting meeting = get(ref);
        jurisdiction.requireVisible(actor, meeting.village());
        return meeting.view(candidates(meeting.village()), notIndicated(meeting.village()));
    }

    /** Writes down what the meeting decided. */
    public void record(CaseRef ref, MeetingRecord entered, Actor actor) {
        VillageMeeting meeting = get(ref);
        jurisdiction.require(actor, Role.VILLAGE_OPERATOR, meeting.village());
        MeetingRecord held = tidy(entered);
        Map<CaseRef, Boolean> candidates = rows.candidates(meeting.village(), oldest(meeting.village()));
        rules.check(ref, held, candidates, notIndicated(meeting.village()), today(meeting.village()));
        meeting.record(held, actor.accountId(), time.now());
        meetings.flush();
        tell(meeting, "meeting-recorded", CaseStatus.READY_FOR_MEETING, Role.VILLAGE_HEAD, actor);
    }

    /** The village head signs, or says why not: {@code sentBack}, null when he signs. */
    public void sign(CaseRef ref, Reason sentBack, Actor actor) {
        VillageMeeting meeting = get(ref);
        jurisdiction.require(actor, Role.VILLAGE_HEAD, meeting.village());
        if (sentBack == null) {
            List<CaseRef> families =
                    meeting.verdicts().stream().map(Verdict::ref).toList();
            NobodyDecidesOwnWork.check(workers.on(families), actor, "proposal.error.own-among-these");
            meeting.sign(actor, time.now());
            tell(meeting, "meeting-signed", CaseStatus.AGREED_BY_MEETING, null, actor);
        } else {
            meeting.sendBack(actor, sentBack);
            events.publishEvent(new CaseProgressed(
                    List.of(ref),
                    "meeting-sent-back",
                    CaseStatus.READY_FOR_MEETING,
                    Role.VILLAGE_OPERATOR,
                    actor.accountId(),
                    sentBack,
                    null,
                    time.now()));
        }
        meetings.flush();
    }

    /** Writes the meeting's word into the cases; tells which wait for it. What has ended meanwhile is left out. */
    public Published publish(CaseRef ref) {
        VillageMeeting meeting = get(ref);
        Map<CaseRef, Verdict> verdicts =
                meeting.verdicts().stream().collect(Collectors.toMap(Verdict::ref, Function.identity()));
        List<Proposal> spoken = proposals.findByCaseRefIn(
                verdicts.keySet().stream().map(CaseRef::value).toList());
        List<Proposal> waiting = in(spoken, CaseStatus.READY_FOR_MEETING);
        List<Proposal> again = in(spoken, CaseStatus.AGREED_BY_MEETING);
        waiting.forEach(p -> hear(p, meeting, verdicts.get(p.ref())));
        again.forEach(p -> hear(p, meeting, verdicts.get(p.ref())));
        return new Published(
                refs(waiting, p -> verdicts.get(p.ref()).agreed()),
                refs(waiting, p -> !verdicts.get(p.ref()).agreed()),
                refs(again, p -> !verdicts.get(p.ref()).agreed()));
    }

    private static void hear(Proposal proposal, VillageMeeting meeting, Verdict verdict) {
        proposal.heard(meeting.ref(), meeting.heldOn(), verdict);
    }

    private static List<Proposal> in(List<Proposal> proposals, CaseStatus status) {
        return proposals.stream().filter(p -> p.status() == status).toList();
    }

    private static List<CaseRef> refs(List<Proposal> from, Predicate<Proposal> which) {
        return from.stream().filter(which).map(Proposal::ref).toList();
    }

    private List<ProposalLine> candidates(AreaCode village) {
        return rows.candidateLines(village, oldest(village));
    }

    private Set<CaseRef> notIndicated(AreaCode village) {
        return rows.candidateFamilies(village, oldest(village)).entrySet().stream()
                .filter(family -> advice.indicatesNothing(family.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private VillageMeeting get(CaseRef ref) {
        return meetings.findByMeetingRef(ref.value()).orElseThrow(() -> new NotFound("meeting " + ref));
    }

    private LocalDate today(AreaCode village) {
        return time.today(areas.zoneOf(village));
    }

    private LocalDate oldest(AreaCode village) {
        return FreshEvidence.oldest(today(village));
    }

    private void tell(VillageMeeting meeting, String what, CaseStatus status, Role holder, Actor actor) {
        Long by = actor == null ? null : actor.accountId();
        events.publishEvent(CaseProgressed.of(meeting.ref(), what, status, holder, by, time.now()));
    }

    private static MeetingRecord tidy(MeetingRecord entered) {
        boolean minutes = entered.route() == MeetingRoute.MINUTES;
        return new MeetingRecord(
                entered.route(),
                entered.heldOn(),
                minutes ? Tidy.text(entered.place()) : null,
                minutes ? entered.attendance() : null,
                entered.verdicts());
    }

    /**
     * What follows from a meeting.
     *
     * @param agreed waiting cases that go on
     * @param declined waiting cases that end
     * @param takenBack cases agreed long ago that a newer meeting declined
     */
    public record Published(List<CaseRef> agreed, List<CaseRef> declined, List<CaseRef> takenBack) {}
}
