package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.identity.Actor;
import id.siks.platform.Page;
import id.siks.register.FamilyContent;
import id.siks.register.HousingSurvey;
import id.siks.register.MemberContent;
import id.siks.register.Place;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The face of this room: everything that may be done to a proposal. Every call is one transaction, checks role and
 * territory of the actor ({@code NotFound} when he may not see it), refuses a stale version with {@code Conflict}, wrong
 * values with {@code InvalidInput} and what the rules forbid with {@code Refused}.
 */
public interface Proposals {

    /** Begins a proposal for a new registration in {@code village}; its operator or the TKSK may. */
    CaseRef draft(Actor actor, AreaCode village);

    /** Saves the first step; incomplete is allowed, impossible is refused at the field. */
    Saved saveCard(CaseRef ref, int version, CardPart card, Actor actor);

    /** Saves the family's members, all of them. */
    Saved saveMembers(CaseRef ref, int version, List<MemberContent> members, Actor actor);

    /** Saves the housing survey. */
    Saved saveHousing(CaseRef ref, int version, HousingSurvey housing, Actor actor);

    /** Saves where the dwelling stands; null takes the place away. */
    Saved savePlace(CaseRef ref, int version, Place place, Actor actor);

    /** Families that look like this proposal's, in the register and among the open cases. */
    List<LookAlike> lookAlikes(CaseRef ref, Actor actor);

    /** Families that look like {@code content}, which need not be saved. */
    List<LookAlike> lookAlikes(FamilyContent content, Actor actor);

    /** The proposal as a whole, with everything that still forbids its submission. */
    Review review(CaseRef ref, Actor actor);

    /**
     * Submits a draft: it becomes a case, the civil registry is asked next.
     *
     * @param declarationAccepted the operator declares the data true (UU 13/2011 article 42)
     * @param key of the request; a repetition changes nothing
     */
    void submit(CaseRef ref, int version, boolean declarationAccepted, UUID key, Actor actor);

    /**
     * Hands a returned or mismatching proposal in again and completes its task {@code correct-proposal}.
     *
     * @param note what was mended, or null
     */
    void resubmit(CaseRef ref, int version, String note, UUID key, Actor actor);

    /**
     * Takes many families at once, at most 100, for imports and lists. The rules are those of {@link #submit}; photos may
     * follow until the village closes its list. What is refused does not hold up the rest.
     */
    BulkIntake submitAll(List<FamilyContent> families, AreaCode village, Actor actor);

    /** Ends a proposal at the wish of the village, wherever it waits; its place in a batch is given up. */
    void withdraw(CaseRef ref, String reason, UUID key, Actor actor);

    /** Decides for the regency; completes the task {@code decide-proposal}. {@code reason} is needed unless approved. */
    void decide(CaseRef ref, int version, RegencyDecision decision, Reason reason, List<Remark> remarks, Actor actor);

    /** Calls the village's meeting if none is called yet, and tells its number. */
    CaseRef openMeeting(AreaCode village, Actor actor);

    /** A village meeting. */
    MeetingView meeting(CaseRef meeting, Actor actor);

    /** Records what the meeting decided; the village head signs next. */
    void recordMeeting(CaseRef meeting, int version, MeetingRecord held, Actor actor);

    /**
     * The village head signs, or sends the record back.
     *
     * @param sentBack why not, at least 10 characters; null means signed
     */
    void signMeeting(CaseRef meeting, int version, String sentBack, Actor actor);

    /** One proposal. */
    ProposalView view(CaseRef ref, Actor actor);

    /**
     * Proposals of the actor's territory, latest first.
     *
     * @param statuses which; empty means all
     * @param after mark of the page before, or null
     */
    Page<ProposalLine> list(Set<CaseStatus> statuses, String after, Actor actor);
}
