package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseOpened;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.CaseTurns;
import id.siks.casework.SubjectChanged;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.proposal.LookAlike;
import id.siks.register.FamilyContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Handing in: the whole check, the numbers taken, the case opened. */
@Component
public class Submission {

    private final ProposalRepository proposals;
    private final ProposalAccess access;
    private final ProposalVersions versions;
    private final Completeness completeness;
    private final LookAlikes lookAlikes;
    private final OpenSubjects open;
    private final FormerContents formers;
    private final CaseTurns turns;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Submission(
            ProposalRepository proposals,
            ProposalAccess access,
            ProposalVersions versions,
            Completeness completeness,
            LookAlikes lookAlikes,
            OpenSubjects open,
            FormerContents formers,
            CaseTurns turns,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.proposals = proposals;
        this.access = access;
        this.versions = versions;
        this.completeness = completeness;
        this.lookAlikes = lookAlikes;
        this.open = open;
        this.formers = formers;
        this.turns = turns;
        this.events = events;
        this.time = time;
    }

    /** Makes a case of a draft; tells its village. */
    public AreaCode submit(CaseRef ref, int version, boolean declarationAccepted, Actor actor) {
        turns.take(ref);
        Proposal proposal = access.workable(ref, actor);
        versions.require(proposal, version);
        if (!declarationAccepted) {
            throw InvalidInput.at("declaration", "proposal.error.declaration-missing");
        }
        EmergenciesAreDeclaredByTheMinistry.check(proposal.origin().channel(), proposal.village(), actor);
        OwnFamilyGoesToSomebodyElse.check(proposal, actor);
        FamilyContent content = proposal.family();
        proposal.submit(actor.accountId(), time.now());
        check(ref, content, false, actor);
        proposals.flush();
        events.publishEvent(opened(proposal, actor, time.now()));
        return proposal.village();
    }

    /**
     * Hands a corrected proposal in again.
     *
     * @return the account that may not do so itself, because it is its own family; empty else
     */
    public Optional<Long> resubmit(CaseRef ref, int version, String note, Actor actor) {
        turns.take(ref);
        Proposal proposal = access.workable(ref, actor);
        versions.require(proposal, version);
        OwnFamilyGoesToSomebodyElse.check(proposal, actor);
        Instant now = time.now();
        proposal.resubmit(actor.accountId(), now);
        formers.settle(ref);
        open.release(List.of(ref));
        check(ref, proposal.family(), true, actor);
        proposals.flush();
        events.publishEvent(SubjectChanged.of(ref, proposal.subject()));
        events.publishEvent(new CaseProgressed(
                List.of(ref),
                "resubmitted",
                CaseStatus.IDENTITY_CHECKING,
                null,
                actor.accountId(),
                null,
                Tidy.text(note),
                now));
        return Optional.ofNullable(proposal.origin().familyOf());
    }

    /** Everything that still forbids handing in, for the first time or {@code again}. */
    List<FieldError> faults(CaseRef ref, FamilyContent content, boolean again, List<LookAlike> alike) {
        List<FieldError> faults = new ArrayList<>(completeness.ofContent(content));
        faults.addAll(completeness.ofPhotos(ref));
        if (again) {
            formers.heard(ref)
                    .flatMap(heard -> AnotherFamilyIsAnotherProposal.fault(heard, content))
                    .ifPresent(faults::add);
        }
        alike.stream().filter(LookAlike::forbids).map(LookAlikes::refusal).forEach(faults::add);
        return faults;
    }

    static CaseOpened opened(Proposal proposal, Actor actor, Instant at) {
        return new CaseOpened(
                proposal.ref(),
                Proposal.KIND,
                proposal.village(),
                proposal.subject(),
                proposal.status(),
                actor.accountId(),
                at);
    }

    private void check(CaseRef ref, FamilyContent content, boolean again, Actor actor) {
        List<FieldError> faults = faults(
                ref,
                content,
                again,
                lookAlikes.sharingNumbers(List.of(content), actor).get(0));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        List<FieldError> held = lookAlikes.refusals(open.take(ref, content), content, actor);
        if (!held.isEmpty()) {
            throw new InvalidInput(held);
        }
    }

    /** Refuses more families at once than one transaction should carry. */
    static void requireChunk(int size, int most) {
        if (size > most) {
            throw Refused.because("proposal.error.too-many", most);
        }
    }
}
