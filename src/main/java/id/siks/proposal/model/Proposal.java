package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.platform.Conflict;
import id.siks.platform.Refused;
import id.siks.proposal.Channel;
import id.siks.proposal.MeetingRecord.Verdict;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Remark;
import id.siks.register.FamilyContent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One proposal: what is claimed, and how far it has come. Its status follows the milestones of {@code proposal-trunk}. */
@Entity
@DynamicUpdate
@Table(schema = "proposal", name = "proposal")
class Proposal {

    static final String KIND = "NEW_REGISTRATION";

    static final Set<CaseStatus> EDITABLE =
            EnumSet.of(CaseStatus.DRAFT, CaseStatus.IDENTITY_MISMATCHED, CaseStatus.RETURNED_TO_VILLAGE);

    /** The regency has said yes and the minister nothing yet: it travels in a batch, or waits for one. */
    static final Set<CaseStatus> AWAITING_BATCH = EnumSet.of(CaseStatus.APPROVED_BY_REGENCY, CaseStatus.ROLLED_OVER);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "proposal")
    @SequenceGenerator(name = "proposal", schema = "proposal", sequenceName = "proposal_seq", allocationSize = 50)
    private Long id;

    private String caseRef;
    private String kind;
    private String areaCode;

    private Origin origin;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    private String subject;
    private int memberCount;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    private String content;

    private LastWord lastWord;

    private VillageWord villageWord;
    private boolean visited;
    private short signCount;
    private Authors authors;
    private Instant changedAt;

    @Column(insertable = false, updatable = false)
    private Instant erasedAt;

    @Version
    private int version;

    protected Proposal() {}

    private Proposal(CaseRef ref, FamilyContent content, long by, Instant at) {
        this.caseRef = ref.value();
        this.kind = KIND;
        this.areaCode = content.village().value();
        this.origin = new Origin();
        this.status = CaseStatus.DRAFT;
        this.lastWord = new LastWord();
        this.villageWord = new VillageWord();
        this.authors = new Authors(by, at);
        keep(content, at);
    }

    static Proposal draft(CaseRef ref, FamilyContent content, long by, Instant at) {
        return new Proposal(ref, content, by, at);
    }

    /** How it comes in, and which official's own family it is; only a draft may still say so. */
    void classify(Channel way, Long official) {
        if (status == CaseStatus.DRAFT) {
            origin.say(way, official);
        }
    }

    void change(FamilyContent now, long by, Instant at) {
        if (!isEditable()) {
            throw Refused.because("proposal.error.not-editable");
        }
        authors.change(by);
        FamilyContent before = family();
        visited = visited && !SeenAtHome.differs(before, now);
        lastWord.follow(MemberPlaces.between(before, now));
        keep(now, at);
    }

    void submit(long by, Instant at) {
        take(Move.SUBMIT, at);
        authors.submit(by, at);
    }

    void resubmit(long by, Instant at) {
        authors.handIn(by);
        take(Move.RESUBMIT, at);
        lastWord.say(null, List.of());
    }

    void mismatched(Reason why, List<Remark> differences, Instant at) {
        take(Move.MISMATCH, at);
        lastWord.say(why, differences);
    }

    /** Its way goes on as a milestone of {@code proposal-trunk} says. */
    void take(Move move, Instant at) {
        status = move.from(status);
        changedAt = at;
    }

    /** How many poverty signs the survey shows, 0 to 8. */
    void counted(int signs) {
        signCount = (short) signs;
    }

    /** The village's word is given and proven by a paper of {@code day}. */
    void heard(CaseRef meeting, LocalDate day, Verdict verdict) {
        villageWord.say(meeting, day, verdict.despite());
        lastWord.explain(verdict.declined());
    }

    void visitEnded(boolean stands) {
        visited = stands;
    }

    /** A reviewer's word, kept until the model has carried it out. */
    void judged(Reason why, List<Remark> perField) {
        lastWord.say(why, perField);
    }

    /** True while the regency's verifier has to decide, for the first time or after the ministry sent it back. */
    boolean awaitsRegency() {
        return status == CaseStatus.REGENCY_REVIEW || status == CaseStatus.RETURNED_BY_MINISTRY;
    }

    /**
     * A member has died: a decision that is being written down at this moment is refused. The village's own work is not
     * disturbed.
     */
    void memberDied(Instant at) {
        if (!isEditable()) {
            changedAt = at;
        }
    }

    /** Why it is about to end; the model ends it. */
    void willEnd(Reason why, Long by) {
        lastWord.explain(why);
        authors.change(by);
    }

    void cancelled(Reason why, Instant at) {
        if (status.isFinal()) {
            throw Conflict.because("proposal.error.ended");
        }
        lastWord.explain(why);
        status = CaseStatus.CANCELLED;
        changedAt = at;
    }

    boolean isEditable() {
        return EDITABLE.contains(status);
    }

    /** True while the regency has said yes and the minister nothing yet. */
    boolean awaitsBatch() {
        return AWAITING_BATCH.contains(status);
    }

    /** True while its village may put it on its list. */
    boolean awaitsList() {
        return status == CaseStatus.AGREED_BY_MEETING;
    }

    boolean isOpenCase() {
        return status != CaseStatus.DRAFT && !status.isFinal();
    }

    CaseRef ref() {
        return new CaseRef(caseRef);
    }

    AreaCode village() {
        return new AreaCode(areaCode);
    }

    CaseStatus status() {
        return status;
    }

    Origin origin() {
        return origin;
    }

    VillageWord villageWord() {
        return villageWord;
    }

    boolean isVisited() {
        return visited;
    }

    String subject() {
        return subject;
    }

    Authors authors() {
        return authors;
    }

    /** How often it was written; what its list went through is not in it. */
    int version() {
        return version;
    }

    /** When it was written or moved last. */
    Instant changedAt() {
        return changedAt;
    }

    /** True when what was claimed has been erased after its time. */
    boolean isErased() {
        return erasedAt != null;
    }

    /** What is claimed; of an erased one the village is left. */
    FamilyContent family() {
        return ContentJson.family(content);
    }

    Reason reason() {
        return lastWord.reason();
    }

    /** As others may read it, in this {@code version}. */
    ProposalView view(int version) {
        return new ProposalView(
                ref(),
                kind,
                village(),
                origin.channel(),
                origin.familyOf(),
                status,
                subject,
                family(),
                lastWord.remarks(),
                reason(),
                authors.draftedBy(),
                authors.draftedAt(),
                authors.submittedAt(),
                isEditable(),
                villageWord.isProven() && status != CaseStatus.DECLINED_BY_MEETING,
                erasedAt,
                version);
    }

    private void keep(FamilyContent now, Instant at) {
        content = ContentJson.write(now);
        subject = HeadOfFamily.name(now);
        memberCount = now.members() == null ? 0 : now.members().size();
        changedAt = at;
    }
}
