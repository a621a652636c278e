package id.siks.fieldcheck.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.fieldcheck.FieldCheckConcluded;
import id.siks.fieldcheck.FieldCheckConcluded.Result;
import id.siks.fieldcheck.FieldCheckRequest;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.FieldCheckView.State;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.platform.Conflict;
import id.siks.register.Place;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One request to see a home, its visits and what came out of them. */
@Entity
@Table(schema = "fieldcheck", name = "field_check")
class FieldCheck {

    /** After so many closed doors the home counts as not found. */
    static final int ATTEMPTS = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fieldcheck.field_check")
    @SequenceGenerator(
            name = "fieldcheck.field_check",
            sequenceName = "fieldcheck.field_check_seq",
            allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String caseRef;
    private String village;
    private String subject;
    private String address;
    private String phone;
    private BigDecimal latitude;
    private BigDecimal longitude;
    private String claimedSigns;
    private boolean excludedByWork;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Long[] proposers;

    @Enumerated(EnumType.STRING)
    private State state;

    private Long worker;
    private LocalDate plannedOn;
    private String visitTask;
    private Instant visitDueAt;

    @Enumerated(EnumType.STRING)
    private Result result;

    @Enumerated(EnumType.STRING)
    private ReasonCode reasonCode;

    private String reasonText;
    private Long reviewedBy;
    private Instant requestedAt;
    private Instant concludedAt;

    @Column(insertable = false, updatable = false)
    private Instant erasedAt;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "field_check_id", nullable = false, updatable = false)
    @OrderBy("attempt")
    private List<Visit> visits;

    protected FieldCheck() {}

    FieldCheck(FieldCheckRequest request, Instant at) {
        this.caseRef = request.caseRef().value();
        this.village = request.village().value();
        this.subject = request.subject();
        this.address = request.address();
        this.phone = request.phone();
        if (request.place() != null) {
            this.latitude = request.place().latitude();
            this.longitude = request.place().longitude();
        }
        this.claimedSigns = String.join(",", request.claimedSigns());
        this.excludedByWork = request.excludedByWork();
        this.proposers = request.proposers().toArray(Long[]::new);
        this.state = State.REQUESTED;
        this.requestedAt = at;
        this.visits = new ArrayList<>();
    }

    /** Gives the visit to {@code account}; {@code day} may stay open. */
    void assign(long account, LocalDate day) {
        require(State.REQUESTED);
        worker = account;
        plannedOn = day;
        state = State.ASSIGNED;
    }

    /** The visit waits for its worker as this task. */
    void visitWaits(String task, Instant dueAt) {
        visitTask = task;
        visitDueAt = dueAt;
    }

    /** Somebody else took the visit over, or it was given back and waits for anybody of the district. */
    void visitTakenBy(Long account) {
        worker = account;
    }

    /** Keeps what the visitor found and says how to go on. */
    VisitResult record(VisitReport report, long visitor, Instant at) {
        require(State.ASSIGNED);
        visitTask = null;
        visits.add(new Visit(visits.size() + 1, report, claimedSigns(), visitor, at));
        worker = visitor;
        VisitResult next = judge(report);
        if (next == VisitResult.CONTRADICTORY) {
            state = State.IN_REVIEW;
        }
        return next;
    }

    private VisitResult judge(VisitReport report) {
        if (report.outcome() == VisitOutcome.NOBODY_HOME) {
            return nobodyHome(report.note());
        }
        if (report.outcome() == VisitOutcome.TO_CORRECT) {
            settle(Result.RETURN, report.reason());
            return VisitResult.CLEAR;
        }
        if (ContradictoryFinding.is(report.outcome(), claimedSigns(), report.findings())) {
            return VisitResult.CONTRADICTORY;
        }
        settle(Result.CONFIRMED, null);
        return VisitResult.CLEAR;
    }

    private VisitResult nobodyHome(String note) {
        long closedDoors =
                visits.stream().filter(v -> v.found(VisitOutcome.NOBODY_HOME)).count();
        if (closedDoors < ATTEMPTS) {
            return VisitResult.NOBODY_HOME;
        }
        settle(Result.NOT_CONFIRMED, new Reason(ReasonCode.NOT_FOUND_AT_ADDRESS, note));
        return VisitResult.NOBODY_HOME_TWICE;
    }

    /** The reviewer lets the contradictory finding stand. */
    void accept(Reason reason, long reviewer) {
        review(reviewer);
        settle(Result.NOT_CONFIRMED, reason);
    }

    /** The reviewer wants the village to correct first. */
    void sendBack(Reason reason, long reviewer) {
        review(reviewer);
        settle(Result.RETURN, reason);
    }

    /** The reviewer wants the home seen again, by {@code account} or, without one, by anybody of the district. */
    void revisit(Long account, LocalDate day, long reviewer) {
        review(reviewer);
        worker = account;
        plannedOn = day;
        state = State.ASSIGNED;
    }

    private void review(long reviewer) {
        require(State.IN_REVIEW);
        reviewedBy = reviewer;
    }

    private void settle(Result outcome, Reason reason) {
        result = outcome;
        reasonCode = reason == null ? null : reason.code();
        reasonText = reason == null ? null : reason.sentence();
    }

    /** Ends it with the result its last visit or its review gave. */
    FieldCheckConcluded conclude(Instant at) {
        requireOpen();
        if (result == null) {
            throw new IllegalStateException("No result yet");
        }
        // Whoever only asked to see the home again has settled nothing.
        Long settledBy = state == State.IN_REVIEW ? reviewedBy : worker;
        state = State.CONCLUDED;
        concludedAt = at;
        return new FieldCheckConcluded(caseRef(), result, reason(), settledBy, at);
    }

    /** Ends it without a result. */
    void cancel(Instant at) {
        requireOpen();
        state = State.CANCELLED;
        visitTask = null;
        concludedAt = at;
    }

    /** True when {@code account} stood at the door in one of the attempts. */
    boolean visitedBy(long account) {
        return visits.stream().anyMatch(v -> v.visitedBy() == account);
    }

    private void require(State expected) {
        if (state != expected) {
            throw Conflict.because("fieldcheck.error.moved-on");
        }
    }

    private void requireOpen() {
        if (state == State.CONCLUDED || state == State.CANCELLED) {
            throw Conflict.because("fieldcheck.error.moved-on");
        }
    }

    CaseRef caseRef() {
        return new CaseRef(caseRef);
    }

    AreaCode village() {
        return new AreaCode(village);
    }

    Set<Long> proposers() {
        return Set.of(proposers);
    }

    /** True when what was found has been erased after its time. */
    boolean isErased() {
        return erasedAt != null;
    }

    /** Owner under which the photos of the visits lie in evidence. */
    String photos() {
        return VisitPhotos.of(id);
    }

    List<Visit> visits() {
        return List.copyOf(visits);
    }

    List<String> claimedSigns() {
        return claimedSigns.isEmpty() ? List.of() : List.of(claimedSigns.split(","));
    }

    private Reason reason() {
        return reasonCode == null ? null : new Reason(reasonCode, reasonText);
    }

    HomeView home() {
        Place place = latitude == null ? null : new Place(latitude, longitude, null, null);
        return new HomeView(caseRef(), village(), subject, address, phone, place, plannedOn);
    }

    DueVisit dueVisit(HomeView home) {
        return new DueVisit(home, visitTask, visitDueAt);
    }

    FieldCheckView view() {
        return new FieldCheckView(
                caseRef(),
                village(),
                state,
                worker,
                plannedOn,
                claimedSigns(),
                excludedByWork,
                visits.stream().map(Visit::view).toList(),
                result,
                reason(),
                reviewedBy,
                requestedAt,
                concludedAt,
                erasedAt,
                photos());
    }
}
