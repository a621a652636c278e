package id.siks.proposal.model;

import id.siks.casework.BatchMember;
import id.siks.casework.CaseNoted;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.Moments;
import id.siks.casework.Reason;
import id.siks.fieldcheck.FieldCheckConcluded;
import id.siks.fieldcheck.FieldCheckConcluded.Result;
import id.siks.finalization.Batches;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Sentences;
import id.siks.proposal.RegencyDecision;
import id.siks.proposal.Remark;
import id.siks.proposal.model.DecisionLog.Level;
import id.siks.proposal.model.DecisionLog.Said;
import id.siks.register.Persons;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What reviewers say of a case, written down before the model carries it out. */
@Component
public class Deciding {

    private static final int MOST_REMARKS = 50;
    private static final int LONGEST_REMARK = 500;
    private static final int SHORTEST_REMARK = 3;

    private final ProposalAccess access;
    private final DecisionLog log;
    private final Workers workers;
    private final Batches batches;
    private final Persons persons;
    private final Advice advice;
    private final Actors actors;
    private final Moments moments;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Deciding(
            ProposalAccess access,
            DecisionLog log,
            Workers workers,
            Batches batches,
            Persons persons,
            Advice advice,
            Actors actors,
            Moments moments,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.access = access;
        this.log = log;
        this.workers = workers;
        this.batches = batches;
        this.persons = persons;
        this.advice = advice;
        this.actors = actors;
        this.moments = moments;
        this.events = events;
        this.time = time;
    }

    /** The verifier's decision; {@code despite} tells why he approves against the advice. */
    public void decide(
            CaseRef ref, RegencyDecision decision, Reason reason, String despite, List<Remark> remarks, Actor actor) {
        Proposal proposal = access.reviewable(ref, actor);
        if (!proposal.awaitsRegency()) {
            throw decidedAlready(proposal);
        }
        NobodyDecidesOwnWork.check(workers.orSpeakersOn(List.of(ref)), actor, "proposal.error.own-work");
        if (decision == null) {
            throw InvalidInput.at("decision", "proposal.error.decision-missing");
        }
        if (decision != RegencyDecision.APPROVE && reason == null) {
            throw InvalidInput.at("reasonCode", "casework.error.reason-code-missing");
        }
        List<Remark> told = decision == RegencyDecision.RETURN ? checked(remarks) : List.of();
        if (decision == RegencyDecision.APPROVE
                && persons.lastReport(proposal.family()).anyDeceased()) {
            throw InvalidInput.at("decision", "proposal.error.member-died");
        }
        boolean against = decision == RegencyDecision.APPROVE && advice.speaksAgainst(ref, proposal.family());
        if (against && Advice.isUnexplained(despite)) {
            throw new InvalidInput(List.of(Advice.unexplained("despite")));
        }
        batches.hold(ref);
        Reason why = decision == RegencyDecision.APPROVE ? null : reason;
        proposal.judged(why, told);
        log.add(
                ref,
                Level.REGENCY,
                decision.name(),
                why,
                against ? Tidy.text(despite) : null,
                told,
                actor.accountId(),
                time.now());
    }

    /**
     * Tells the timeline what the verifier said when the model has led it to another step before carrying it out; what it has
     * carried out is told by then.
     */
    public void tellUncarried(CaseRef ref) {
        Proposal proposal = access.get(ref);
        if (!proposal.awaitsRegency()) {
            return;
        }
        Said said = log.last(ref).orElseThrow();
        Reason why = proposal.reason();
        events.publishEvent(new CaseNoted(
                List.of(ref),
                "regency-said-" + said.decision().toLowerCase(Locale.ROOT),
                said.by(),
                why == null ? said.despite() : why.sentence(),
                said.at()));
    }

    /** The home visit's outcome; true when the case goes back to the village. */
    public boolean visited(FieldCheckConcluded concluded) {
        boolean back = concluded.result() == Result.RETURN;
        if (back) {
            batches.hold(concluded.caseRef());
        }
        Proposal proposal = access.get(concluded.caseRef());
        Instant at = concluded.at();
        proposal.visitEnded(!back);
        proposal.judged(back ? concluded.reason() : null, List.of());
        log.add(
                concluded.caseRef(),
                Level.FIELD_CHECK,
                concluded.result().name(),
                concluded.reason(),
                List.of(),
                concluded.settledBy(),
                at);
        events.publishEvent(new CaseProgressed(
                List.of(concluded.caseRef()),
                "field-check-concluded",
                proposal.status(),
                null,
                concluded.settledBy(),
                concluded.reason(),
                null,
                at));
        return back;
    }

    /** The batch came back with this case taken out; {@code by} is null when the system found a reason. */
    public void takenOut(CaseRef ref, BatchMember.Level from, Reason reason, Long by) {
        access.get(ref).judged(reason, List.of());
        log.add(ref, level(from), RegencyDecision.RETURN.name(), reason, List.of(), by, time.now());
    }

    /** The ministry took it out of the batch and ends it. */
    public void rejectedByMinistry(CaseRef ref, Reason reason, long by) {
        access.get(ref).judged(reason, List.of());
        log.add(ref, Level.MINISTRY, RegencyDecision.REJECT.name(), reason, List.of(), by, time.now());
    }

    private static Level level(BatchMember.Level from) {
        return switch (from) {
            case OFFICE_HEAD -> Level.REGENCY_BATCH;
            case REGENT -> Level.REGENT;
            case PROVINCE -> Level.PROVINCE;
            case MINISTRY -> Level.MINISTRY;
        };
    }

    private Conflict decidedAlready(Proposal proposal) {
        return log.last(proposal.ref())
                .filter(said -> said.level() == Level.REGENCY)
                .map(said -> decidedBy(said, proposal))
                .orElseGet(() -> Conflict.because(
                        "proposal.error.moved-on", proposal.status().name()));
    }

    private Conflict decidedBy(Said said, Proposal proposal) {
        return Conflict.because(
                "proposal.error.decided-already",
                actors.nameOf(said.by()),
                moments.full(said.at(), proposal.village()));
    }

    private static List<Remark> checked(List<Remark> remarks) {
        List<FieldError> errors = new ArrayList<>();
        List<Remark> told = new ArrayList<>();
        for (Remark remark : remarks) {
            String text = Tidy.text(remark.text());
            if (text == null) {
                continue;
            }
            if (Sentences.isShort(text, SHORTEST_REMARK) || text.length() > LONGEST_REMARK) {
                errors.add(FieldError.of(
                        "remarks." + remark.field(), "proposal.error.remark-length", SHORTEST_REMARK, LONGEST_REMARK));
            }
            told.add(new Remark(remark.field(), text));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return told.stream().limit(MOST_REMARKS).toList();
    }
}
