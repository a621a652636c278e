package id.siks.fieldcheck.model;

import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.fieldcheck.FieldCheckConcluded;
import id.siks.fieldcheck.FieldCheckRequest;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.FieldCheckView.State;
import id.siks.identity.Leaves;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the field checks: what the face, the tasks and the steps of the process ask. */
@Service
@Transactional
public class VisitDesk {

    private static final List<State> OPEN = List.of(State.REQUESTED, State.ASSIGNED, State.IN_REVIEW);

    private static final int MOST_VISITS = 100;

    private final FieldCheckRepository fieldChecks;
    private final FieldCheckMilestones milestones;
    private final Homes homes;
    private final Leaves leaves;
    private final BusinessTime time;

    VisitDesk(
            FieldCheckRepository fieldChecks,
            FieldCheckMilestones milestones,
            Homes homes,
            Leaves leaves,
            BusinessTime time) {
        this.fieldChecks = fieldChecks;
        this.milestones = milestones;
        this.homes = homes;
        this.leaves = leaves;
        this.time = time;
    }

    /** A new field check; {@link Conflict} while another one of the case is open. */
    public void open(FieldCheckRequest request) {
        if (isOpen(request.caseRef())) {
            throw Conflict.because("fieldcheck.error.already-open");
        }
        fieldChecks.save(new FieldCheck(request, time.now()));
    }

    /** True while a field check of the case waits for somebody. */
    public boolean isOpen(CaseRef caseRef) {
        return findOpen(caseRef).isPresent();
    }

    /** The newest field check of the case. */
    public Optional<FieldCheckView> latest(CaseRef caseRef) {
        return fieldChecks.findFirstByCaseRefOrderByIdDesc(caseRef.value()).map(FieldCheck::view);
    }

    /** The open field check of the case; {@link NotFound} when there is none. */
    public FieldCheckView open(CaseRef caseRef) {
        return of(caseRef).view();
    }

    /** Where the home of the open field check is. */
    public HomeView home(CaseRef caseRef) {
        return homes.of(List.of(of(caseRef))).get(0);
    }

    /**
     * Gives the visit to {@code worker}. Refuses who drafted the case or handed it in.
     *
     * @param day when he should go, or null
     * @param by account that chose him, or null when there was nobody to choose from
     */
    public void assign(CaseRef caseRef, long worker, LocalDate day, Long by) {
        FieldCheck fieldCheck = of(caseRef);
        refuseProposer(fieldCheck, worker);
        fieldCheck.assign(worker, day);
        milestones.assigned(caseRef, by);
    }

    /** Keeps what {@code visitor} found. Refuses who drafted the case or handed it in. */
    public VisitResult record(CaseRef caseRef, VisitReport report, long visitor) {
        FieldCheck fieldCheck = of(caseRef);
        refuseProposer(fieldCheck, visitor);
        VisitResult result = fieldCheck.record(report, visitor, time.now());
        milestones.recorded(caseRef, result, report, visitor);
        return result;
    }

    /** The contradictory finding stands: the claim is not confirmed. */
    public void accept(CaseRef caseRef, Reason reason, long reviewer) {
        underReview(caseRef, reviewer).accept(reason, reviewer);
        milestones.reviewed(caseRef, ReviewDecision.ACCEPT, reason, null, reviewer);
    }

    /** The village corrects first. */
    public void sendBack(CaseRef caseRef, Reason reason, long reviewer) {
        underReview(caseRef, reviewer).sendBack(reason, reviewer);
        milestones.reviewed(caseRef, ReviewDecision.RETURN, reason, null, reviewer);
    }

    /**
     * The home is seen again.
     *
     * @param worker who goes, or null when it waits for anybody of the district
     * @param day when he should go, or null
     * @param note what he should look at, or null
     */
    public void revisit(CaseRef caseRef, Long worker, LocalDate day, String note, long reviewer) {
        underReview(caseRef, reviewer).revisit(worker, day, reviewer);
        milestones.reviewed(caseRef, ReviewDecision.REVISIT, null, note, reviewer);
    }

    /** Ends the field check with the result of its last visit or its review. */
    public FieldCheckConcluded conclude(CaseRef caseRef) {
        return of(caseRef).conclude(time.now());
    }

    /** Ends the field check without a result. */
    public void cancel(CaseRef caseRef) {
        of(caseRef).cancel(time.now());
    }

    /** Visits that wait for {@code worker}, village by village, the most urgent first; at most {@value #MOST_VISITS}. */
    public List<DueVisit> visitsOf(long worker) {
        List<FieldCheck> due = fieldChecks.findByWorkerAndStateOrderByVillageAscVisitDueAtAsc(
                worker, State.ASSIGNED, Limit.of(MOST_VISITS));
        List<HomeView> found = homes.of(due);
        return IntStream.range(0, due.size())
                .mapToObj(i -> due.get(i).dueVisit(found.get(i)))
                .toList();
    }

    /** The visit to the home of the case waits as the engine's {@code task}. */
    public void visitWaits(CaseRef caseRef, String task, Instant dueAt) {
        of(caseRef).visitWaits(task, dueAt);
    }

    /** The visit that waits as {@code task}, if it is one, belongs to {@code account} now; null gives it back. */
    public void visitTakenBy(String task, Long account) {
        fieldChecks.findByVisitTask(task).ifPresent(f -> f.visitTakenBy(account));
    }

    /** The open field check whose photos lie under {@code reference} in evidence. */
    public Optional<FieldCheckView> behindPhotos(String reference) {
        return VisitPhotos.fieldCheckOf(reference)
                .flatMap(fieldChecks::findById)
                .map(FieldCheck::view);
    }

    /** True while the visit whose photos lie under {@code reference} waits; asks the database at each call. */
    public boolean takesPhotos(String reference) {
        return VisitPhotos.fieldCheckOf(reference)
                .filter(id -> fieldChecks.existsByIdAndStateAndResultIsNull(id, State.ASSIGNED))
                .isPresent();
    }

    /** References under which photos of the case's field checks lie in evidence, oldest first. */
    public List<String> photosOf(CaseRef caseRef) {
        return fieldChecks.findByCaseRefOrderById(caseRef.value()).stream()
                .map(FieldCheck::photos)
                .toList();
    }

    /** Accounts that drafted the case behind the open field check or handed it in, or whose own family it is. */
    public Set<Long> proposers(CaseRef caseRef) {
        return of(caseRef).proposers();
    }

    private FieldCheck underReview(CaseRef caseRef, long reviewer) {
        FieldCheck fieldCheck = of(caseRef);
        refuseProposer(fieldCheck, reviewer);
        if (leaves.persons(reviewer).stream().anyMatch(fieldCheck::visitedBy)) {
            throw Refused.because("fieldcheck.error.visitor-cannot-review");
        }
        return fieldCheck;
    }

    // Requirement 13: by person, whatever role he holds beside; a deputy counts as whom he acts for, too.
    private void refuseProposer(FieldCheck fieldCheck, long account) {
        if (!Collections.disjoint(leaves.persons(account), fieldCheck.proposers())) {
            throw Refused.because("fieldcheck.error.own-draft");
        }
    }

    private FieldCheck of(CaseRef caseRef) {
        return findOpen(caseRef).orElseThrow(() -> new NotFound("no open field check of " + caseRef));
    }

    private Optional<FieldCheck> findOpen(CaseRef caseRef) {
        return fieldChecks.findByCaseRefAndStateIn(caseRef.value(), OPEN);
    }
}
