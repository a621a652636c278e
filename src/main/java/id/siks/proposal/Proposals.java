package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.OnceOnly;
import id.siks.platform.Page;
import id.siks.proposal.model.BulkIntakes;
import id.siks.proposal.model.Closing;
import id.siks.proposal.model.Deciding;
import id.siks.proposal.model.Drafting;
import id.siks.proposal.model.Meetings;
import id.siks.proposal.model.NumberSearch;
import id.siks.proposal.model.Reading;
import id.siks.proposal.model.Submission;
import id.siks.proposal.process.ProposalTrunkProcess;
import id.siks.proposal.process.VillageMeetingProcess;
import id.siks.register.FamilyContent;
import id.siks.register.HousingSurvey;
import id.siks.register.MemberContent;
import id.siks.register.Place;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The face of this room: everything that may be done to a proposal. Every call is one transaction, checks role and
 * territory of the actor ({@code NotFound} when he may not see it), refuses a stale version with {@code Conflict}, wrong
 * values with {@code InvalidInput} and what the rules forbid with {@code Refused}.
 */
@Service
@Transactional
public class Proposals {

    private static final String KIND = "NEW_REGISTRATION";

    private final Drafting drafting;
    private final Submission submission;
    private final BulkIntakes bulk;
    private final Meetings meetings;
    private final Deciding deciding;
    private final Closing closing;
    private final Reading reading;
    private final NumberSearch numbers;
    private final ProposalTrunkProcess trunk;
    private final VillageMeetingProcess meetingProcess;
    private final Actors actors;
    private final OnceOnly onceOnly;
    private final ApplicationEventPublisher events;

    Proposals(
            Drafting drafting,
            Submission submission,
            BulkIntakes bulk,
            Meetings meetings,
            Deciding deciding,
            Closing closing,
            Reading reading,
            NumberSearch numbers,
            ProposalTrunkProcess trunk,
            VillageMeetingProcess meetingProcess,
            Actors actors,
            OnceOnly onceOnly,
            ApplicationEventPublisher events) {
        this.drafting = drafting;
        this.submission = submission;
        this.bulk = bulk;
        this.meetings = meetings;
        this.deciding = deciding;
        this.closing = closing;
        this.reading = reading;
        this.numbers = numbers;
        this.trunk = trunk;
        this.meetingProcess = meetingProcess;
        this.actors = actors;
        this.onceOnly = onceOnly;
        this.events = events;
    }

    /** Begins a proposal for a new registration in {@code village}; its operator or the TKSK may. */
    public CaseRef draft(Actor actor, AreaCode village) {
        return drafting.begin(actor, village);
    }

    /** Saves the first step; incomplete is allowed, impossible is refused at the field. */
    public Saved saveCard(CaseRef ref, int version, CardPart card, Actor actor) {
        return drafting.card(ref, version, card, actor);
    }

    /** Saves the family's members, all of them. */
    public Saved saveMembers(CaseRef ref, int version, List<MemberContent> members, Actor actor) {
        return drafting.members(ref, version, members, actor);
    }

    /** Saves the housing survey. */
    public Saved saveHousing(CaseRef ref, int version, HousingSurvey housing, Actor actor) {
        return drafting.housing(ref, version, housing, actor);
    }

    /** Saves where the dwelling stands; null takes the place away. */
    public Saved savePlace(CaseRef ref, int version, Place place, Actor actor) {
        return drafting.place(ref, version, place, actor);
    }

    /** Families that look like this proposal's, in the register and among the open cases. */
    public List<LookAlike> lookAlikes(CaseRef ref, Actor actor) {
        return reading.lookAlikes(ref, actor);
    }

    /** Families that look like {@code content}, which need not be saved. */
    public List<LookAlike> lookAlikes(FamilyContent content, Actor actor) {
        return reading.lookAlikes(content, actor);
    }

    /** The proposal as a whole, with everything that still forbids its submission. */
    public Review review(CaseRef ref, Actor actor) {
        return reading.review(ref, actor);
    }

    /** What is doubtful in a proposal but possible, as its village was warned when it handed it in. */
    @Transactional(readOnly = true)
    public List<FieldError> doubts(CaseRef ref, Actor actor) {
        return reading.doubts(ref, actor);
    }

    /** What lies around a proposal's village, so that its map opens there. */
    @Transactional(readOnly = true)
    public Surroundings surroundings(CaseRef ref, Actor actor) {
        return reading.surroundings(ref, actor);
    }

    /**
     * Submits a draft: it becomes a case, the civil registry is asked next.
     *
     * @param declarationAccepted the operator declares the data true (UU 13/2011 article 42)
     * @param key of the request; a repetition changes nothing
     */
    public void submit(CaseRef ref, int version, boolean declarationAccepted, UUID key, Actor actor) {
        onceOnly.once(key, actor.accountId(), path(ref), () -> {
            AreaCode village = submission.submit(ref, version, declarationAccepted, actor);
            trunk.submitted(KIND, Map.of(ref, village));
            events.publishEvent(new ProposalSubmitted(List.of(ref)));
        });
    }

    /**
     * Hands a returned or mismatching proposal in again and completes its task {@code correct-proposal}, which becomes the
     * actor's when nobody has taken it. {@code Conflict} naming who has it else; whose own family it is leaves it to others.
     *
     * @param note what was mended, or null
     */
    public void resubmit(CaseRef ref, int version, String note, UUID key, Actor actor) {
        onceOnly.once(key, actor.accountId(), path(ref), () -> {
            Optional<Long> barred = submission.resubmit(ref, version, note, actor);
            mender(ref, actor).filter(who -> !barred.equals(Optional.of(who))).ifPresent(who -> {
                throw Conflict.because("proposal.error.task-taken", actors.nameOf(who));
            });
            trunk.corrected(ref, actor.accountId());
        });
    }

    /** Who else has taken the task of mending this proposal; empty when nobody has, and none waits to be mended. */
    @Transactional(readOnly = true)
    public Optional<Long> mender(CaseRef ref, Actor actor) {
        return trunk.mender(reading.view(ref, actor).ref(), actor.accountId());
    }

    /**
     * Takes many families at once, at most 100, for imports and lists. The rules are those of {@link #submit}; photos may
     * follow until the village closes its list. What is refused does not hold up the rest.
     */
    public BulkIntake submitAll(List<FamilyContent> families, AreaCode village, Actor actor) {
        BulkIntake intakes = bulk.take(families, village, actor);
        Map<CaseRef, AreaCode> cases = new LinkedHashMap<>();
        intakes.accepted().forEach(ref -> cases.put(ref, village));
        trunk.submitted(KIND, cases);
        events.publishEvent(new ProposalSubmitted(intakes.accepted()));
        return intakes;
    }

    /** Ends a proposal at the wish of the village, wherever it waits; its place in a batch is given up. */
    public void withdraw(CaseRef ref, int version, String reason, UUID key, Actor actor) {
        onceOnly.once(key, actor.accountId(), path(ref), () -> {
            if (closing.withdraw(ref, version, reason, actor) && trunk.withdrawn(List.of(ref)) == 0) {
                throw Conflict.because("proposal.error.ended");
            }
        });
    }

    /** Decides as {@link #decide(CaseRef, RegencyDecision, Reason, String, List, Actor)} where the advice is followed. */
    public void decide(CaseRef ref, RegencyDecision decision, Reason reason, List<Remark> remarks, Actor actor) {
        decide(ref, decision, reason, null, remarks, actor);
    }

    /**
     * Decides for the regency; completes the task {@code decide-proposal}. While it waits nobody can change the proposal; a
     * death that is told meanwhile makes the task's page stale.
     *
     * @param reason needed unless approved
     * @param despite why it is approved although the survey indicates no poverty or the visit did not confirm the claim: 10
     *     to 1,000 characters, else refused at the field {@code despite}; not kept where the advice is followed
     */
    public void decide(
            CaseRef ref, RegencyDecision decision, Reason reason, String despite, List<Remark> remarks, Actor actor) {
        deciding.decide(ref, decision, reason, despite, remarks, actor);
        trunk.decided(ref, decision);
        deciding.tellUncarried(ref);
    }

    /** Calls the village's meeting if none is called yet, and tells its number. */
    public CaseRef openMeeting(AreaCode village, Actor actor) {
        Optional<CaseRef> open = meetings.openIn(village, actor);
        if (open.isPresent()) {
            return open.get();
        }
        CaseRef called = meetings.callIfNone(village, actor.accountId())
                .orElseThrow(() -> Conflict.because("proposal.error.meeting-called"));
        meetingProcess.called(called, village);
        return called;
    }

    /** The day of each village's latest signed meeting or statement within an area; villages that never had one are absent. */
    @Transactional(readOnly = true)
    public Map<AreaCode, LocalDate> lastMeetings(AreaCode within) {
        return meetings.lastSigned(within);
    }

    /** A village meeting. */
    @Transactional(readOnly = true)
    public MeetingView meeting(CaseRef meeting, Actor actor) {
        return meetings.view(meeting, actor);
    }

    /** Records what the meeting decided; the village head signs next. */
    public void recordMeeting(CaseRef meeting, MeetingRecord held, Actor actor) {
        meetings.record(meeting, held, actor);
        meetingProcess.recorded(meeting);
    }

    /**
     * The village head signs, or sends the record back.
     *
     * @param sentBack why not; null means signed
     */
    public void signMeeting(CaseRef meeting, Reason sentBack, Actor actor) {
        meetings.sign(meeting, sentBack, actor);
        meetingProcess.signed(meeting, sentBack == null);
    }

    /** One proposal. */
    @Transactional(readOnly = true)
    public ProposalView view(CaseRef ref, Actor actor) {
        return reading.view(ref, actor);
    }

    /** The same for whoever drafts and corrects for its village; who only looks on there finds nothing. */
    @Transactional(readOnly = true)
    public ProposalView workable(CaseRef ref, Actor actor) {
        return reading.workable(ref, actor);
    }

    /**
     * Proposals of the actor's territory, latest first.
     *
     * @param statuses which; empty means all
     * @param after mark of the page before, or null
     */
    @Transactional(readOnly = true)
    public Page<ProposalLine> list(Set<CaseStatus> statuses, String after, Actor actor) {
        return reading.list(statuses, after, actor);
    }

    /** Open cases in the actor's territory with this NIK or family card, 16 digits; each is written down as looked for. */
    public List<CaseRef> casesOf(String number, Actor actor) {
        return numbers.of(number, actor);
    }

    /** How many drafts of the actor's villages nobody has handed in yet. */
    @Transactional(readOnly = true)
    public int unfinished(Actor actor) {
        return reading.unfinished(actor);
    }

    /**
     * Officials' own families that wait for the actor, as operator or TKSK, to hand them in; at most 25, the longest
     * waiting in front. None for other roles.
     */
    @Transactional(readOnly = true)
    public List<ProposalLine> ownFamilies(Actor actor) {
        return reading.ownFamilies(actor);
    }

    private static String path(CaseRef ref) {
        return "/proposal/" + ref;
    }
}
