package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.BatchMember;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Moments;
import id.siks.casework.Reason;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.Attachments;
import id.siks.finalization.model.BatchItems;
import id.siks.finalization.model.BatchItems.Travelling;
import id.siks.finalization.model.BatchReads;
import id.siks.finalization.model.BatchRows;
import id.siks.finalization.model.BatchSteps;
import id.siks.finalization.model.Departures;
import id.siks.finalization.model.Integrity;
import id.siks.finalization.model.Level;
import id.siks.finalization.model.ListHash;
import id.siks.finalization.model.PeriodBook;
import id.siks.finalization.process.EmptiedLists;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.finalization.process.PeriodFinalizationProcess;
import id.siks.finalization.process.PeriodSequence;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The batches of names that travel from a regency to the minister. Every level acts once, each through another person
 * ({@code Refused} otherwise); each deed completes the engine's task in the same transaction.
 */
@Service
@Transactional
public class Batches {

    private final PeriodBook book;
    private final BatchItems items;
    private final BatchRows rows;
    private final BatchReads reads;
    private final BatchSteps steps;
    private final Departures departures;
    private final ListHash hash;
    private final Integrity integrity;
    private final EmptiedLists emptied;
    private final PeriodSequence sequence;
    private final PeriodFinalizationProcess process;
    private final Attachments attachments;
    private final ObjectProvider<BatchMember> members;
    private final Moments moments;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    Batches(
            PeriodBook book,
            BatchItems items,
            BatchRows rows,
            BatchReads reads,
            BatchSteps steps,
            Departures departures,
            ListHash hash,
            Integrity integrity,
            EmptiedLists emptied,
            PeriodSequence sequence,
            PeriodFinalizationProcess process,
            Attachments attachments,
            ObjectProvider<BatchMember> members,
            Moments moments,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.book = book;
        this.items = items;
        this.rows = rows;
        this.reads = reads;
        this.steps = steps;
        this.departures = departures;
        this.hash = hash;
        this.integrity = integrity;
        this.emptied = emptied;
        this.sequence = sequence;
        this.process = process;
        this.attachments = attachments;
        this.members = members;
        this.moments = moments;
        this.time = time;
        this.events = events;
    }

    /**
     * The regency's verifier has approved the case: it travels with the batch of its period, or of the next one.
     *
     * @return the next period when the case has missed its own; empty when it was in time
     */
    public Optional<CaseRef> approved(CaseRef member, Actor by) {
        Travelling travelling = items.find(member).orElseGet(() -> rejoin(member));
        if (travelling.sealed()) {
            throw Refused.because("finalization.error.sealed");
        }
        // The lock decides whether the decision is in time, even when the timer has not fired yet (requirement 28).
        PeriodView period = book.lock(travelling.period());
        boolean inTime = period.state().isUnsealed() && book.now().isBefore(period.regencyCutoffAt());
        CaseRef travelsWith =
                inTime ? period.ref() : sequence.after(period.ref()).ref();
        if (!items.approved(member, travelsWith, by.accountId(), time.now())) {
            throw Refused.because("finalization.error.sealed");
        }
        if (inTime) {
            return Optional.empty();
        }
        events.publishEvent(new ItemRolledOver(
                List.of(member),
                travelling.village(),
                period.ref(),
                travelsWith,
                Milestone.REGENCY_CUTOFF,
                time.now()));
        return Optional.of(travelsWith);
    }

    /**
     * Keeps the place the case may have in a batch until the transaction ends. Whoever changes a case that may travel asks
     * this first, and touches the case afterwards.
     */
    public void hold(CaseRef member) {
        departures.hold(member);
    }

    /** The case has ended otherwise (withdrawn, rejected, subject died): it leaves whatever batch it is in. */
    public void withdrawn(CaseRef member) {
        departures.left(member).ifPresent(emptied::end);
    }

    /** The case goes back to its village before the batch is sealed: it joins again when its village finalises. */
    public void returned(CaseRef member) {
        departures.left(member).ifPresent(emptied::end);
    }

    /** How many cases left the list of each village in an area since a moment, by why; villages without are absent. */
    @Transactional(readOnly = true)
    public Map<AreaCode, Map<Departure, Integer>> departed(AreaCode within, Instant since) {
        return reads.departed(within, since);
    }

    /** Number of the period whose batch the case is in now. */
    @Transactional(readOnly = true)
    public Optional<CaseRef> periodOf(CaseRef member) {
        return items.find(member).map(Travelling::period);
    }

    /** The cases of a period's batch that the regency has not decided yet. */
    @Transactional(readOnly = true)
    public Set<CaseRef> undecided(CaseRef period) {
        return items.undecidedCases(period);
    }

    /** The batch of a period. */
    @Transactional(readOnly = true)
    public Optional<BatchView> find(CaseRef period) {
        return reads.batch(period);
    }

    /** The office head approves the sealed list, as a second person. With every case returned, the period ends here. */
    public void approve(CaseRef period, Actor by) {
        PeriodView view = steps.begin(period, Level.OFFICE_HEAD, by, PeriodState.REGENCY_CLOSED);
        boolean empty = items.count(period, "SEALED") == 0;
        steps.close(view, Level.OFFICE_HEAD, by);
        if (empty) {
            book.progress(period, PeriodState.REGENCY_CLOSED, PeriodState.EMPTY);
            steps.tell(period, "period-empty", CaseStatus.CANCELLED, null, by, null);
        } else {
            steps.tell(period, "batch-approved", CaseStatus.APPROVED_BY_REGENCY, Role.REGENT, by, null);
        }
        process.approved(period, empty);
    }

    /** The regent ratifies; the scan of the letter is an attachment of the period already. */
    public void ratify(CaseRef period, RatificationLetter letter, Actor by) {
        PeriodView view = steps.begin(period, Level.REGENT, by, PeriodState.REGENCY_CLOSED);
        requireDated(letter, view);
        if (!letter.sha256().equals(rows.sha256(period))) {
            throw InvalidInput.at("hashConfirmed", "finalization.error.hash-differs");
        }
        if (!attachments.has(period.value(), AttachmentKind.RATIFICATION_LETTER)) {
            throw InvalidInput.at("letterNumber", "finalization.error.letter-missing");
        }
        rows.ratified(period, letter, by.accountId(), time.now());
        steps.close(view, Level.REGENT, by);
        book.progress(period, PeriodState.REGENCY_CLOSED, PeriodState.RATIFIED);
        steps.tell(period, "ratified", CaseStatus.RATIFIED, Role.PROVINCE_OFFICER, by, null);
        events.publishEvent(new BatchRatified(period, view.regency(), by.accountId(), time.now()));
        process.done(period, PeriodFinalization.RECORD_RATIFICATION);
    }

    private void requireDated(RatificationLetter letter, PeriodView period) {
        if (letter.date().isAfter(time.today(period.zone()))) {
            throw InvalidInput.at("letterDate", "finalization.error.letter-date");
        }
        Instant sealed = reads.batch(period.ref()).orElseThrow().sealedAt();
        if (letter.date().isBefore(LocalDate.ofInstant(sealed, period.zone()))) {
            throw InvalidInput.at(
                    "letterDate", "finalization.error.letter-before-seal", moments.full(sealed, period.regency()));
        }
    }

    /** The province passes the batch on. */
    public void forward(CaseRef period, Actor by) {
        PeriodView view = steps.begin(period, Level.PROVINCE, by, PeriodState.RATIFIED);
        steps.close(view, Level.PROVINCE, by);
        book.progress(period, PeriodState.RATIFIED, PeriodState.SUBMITTED);
        steps.tell(period, "forwarded", CaseStatus.FORWARDED, Role.MINISTRY_OFFICER, by, null);
        process.done(period, PeriodFinalization.FORWARD_BATCH);
    }

    /**
     * The ministry's officer has checked the batch and hands it to the decider. {@link Refused} while anything is found
     * that stands against determining a case of it: that case goes back first.
     */
    public void checked(CaseRef period, Actor by) {
        PeriodView view =
                steps.begin(period, Level.MINISTRY, by, PeriodState.SUBMITTED, PeriodState.MINISTRY_PROCESSING);
        Integrity.Report report = integrity.check(period);
        if (!report.hashUnchanged()) {
            throw Refused.because("finalization.error.hash-changed");
        }
        if (!report.clean()) {
            throw Refused.because(
                    "finalization.error.not-clean", report.faults().size());
        }
        steps.close(view, Level.MINISTRY, by);
        if (view.state() == PeriodState.SUBMITTED) {
            book.progress(period, PeriodState.SUBMITTED, PeriodState.MINISTRY_PROCESSING);
        }
        steps.tell(period, "integrity-checked", CaseStatus.MINISTRY_REVIEW, Role.MINISTRY_DECIDER, by, null);
        process.decided(period, PeriodFinalization.CHECK_INTEGRITY, PeriodFinalization.PASS_ON);
    }

    /** The ministry's officer has the persons of the list compared with the civil registry again before he goes on. */
    public void matchAgain(CaseRef period, Actor by) {
        steps.begin(period, Level.MINISTRY, by, PeriodState.SUBMITTED, PeriodState.MINISTRY_PROCESSING);
        process.decided(period, PeriodFinalization.CHECK_INTEGRITY, PeriodFinalization.MATCH_AGAIN);
    }

    /** The minister determines; the register changes in chunks afterwards. */
    public void determine(CaseRef period, Decree decree, Actor by) {
        PeriodView view = steps.begin(period, Level.MINISTER, by, PeriodState.MINISTRY_PROCESSING);
        decree.requireNear(view.month());
        requireHashUnchanged(period);
        rows.decreed(period, decree, by.accountId(), time.now());
        steps.close(view, Level.MINISTER, by);
        steps.tell(period, "batch-determined", CaseStatus.MINISTRY_REVIEW, null, by, null);
        process.decided(period, PeriodFinalization.DETERMINE_BATCH, PeriodFinalization.DETERMINE);
    }

    /** The minister sends the batch back to the integrity check. */
    public void refuse(CaseRef period, Reason reason, Actor by) {
        steps.begin(period, Level.MINISTER, by, PeriodState.MINISTRY_PROCESSING);
        rows.refused(period, reason, by.accountId(), time.now());
        steps.reopen(period, Level.MINISTRY);
        steps.tell(period, "batch-refused", CaseStatus.MINISTRY_REVIEW, Role.MINISTRY_OFFICER, by, reason);
        process.decided(period, PeriodFinalization.DETERMINE_BATCH, PeriodFinalization.REFUSE);
    }

    private void requireHashUnchanged(CaseRef period) {
        if (!hash.ofWrittenLines(period).equals(rows.sha256(period))) {
            throw Refused.because("finalization.error.hash-changed");
        }
    }

    /** A case that came back after its village had closed the list, and was approved without waiting for the next. */
    private Travelling rejoin(CaseRef member) {
        ListLine line = members.getObject().lines(List.of(member)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("batch member " + member));
        AreaCode regency = line.village().at(AreaLevel.REGENCY);
        CaseRef period = book.earliestUnsealed(regency)
                .orElseThrow(() -> Refused.because("finalization.error.no-period"))
                .ref();
        items.join(period, line.village(), List.of(member), time.now());
        return new Travelling(period, line.village(), "JOINED");
    }
}
