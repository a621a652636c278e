package id.siks.proposal.web;

import id.siks.area.Areas;
import id.siks.casework.CaseStatus;
import id.siks.casework.Timeline;
import id.siks.evidence.AttachmentView;
import id.siks.evidence.Attachments;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.FieldChecks;
import id.siks.finalization.NextList;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import id.siks.platform.web.FormVersion;
import id.siks.platform.web.InputFaults;
import id.siks.proposal.MemberStanding;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.proposal.model.Papers;
import id.siks.proposal.model.VillageWork;
import id.siks.register.FamilyReading;
import id.siks.register.FamilyReading.Sight;
import id.siks.register.Persons;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One proposal at a glance: where it stands, what comes next, what is claimed and what proves it. */
@Controller
@RequestMapping("/proposal/{ref}")
class CasePage {

    private final ProposalDesk desk;
    private final Proposals proposals;
    private final Attachments attachments;
    private final FieldChecks fieldChecks;
    private final Persons persons;
    private final Timeline timeline;
    private final Areas areas;
    private final AccessLog accessLog;
    private final CutoffNotice cutoffs;

    CasePage(
            ProposalDesk desk,
            Proposals proposals,
            Attachments attachments,
            FieldChecks fieldChecks,
            Persons persons,
            Timeline timeline,
            Areas areas,
            AccessLog accessLog,
            CutoffNotice cutoffs) {
        this.desk = desk;
        this.proposals = proposals;
        this.attachments = attachments;
        this.fieldChecks = fieldChecks;
        this.persons = persons;
        this.timeline = timeline;
        this.areas = areas;
        this.accessLog = accessLog;
        this.cutoffs = cutoffs;
    }

    @GetMapping
    ModelAndView show(@PathVariable String ref, Actor actor) {
        return draw(desk.read(ref, actor), false, List.of(), actor);
    }

    /** Where it stands, for other software: what it sends afterwards carries this version. */
    @GetMapping("/state")
    ResponseEntity<Map<String, Object>> state(@PathVariable String ref, Actor actor) {
        ProposalView proposal = desk.readToWork(ref, actor);
        return ResponseEntity.ok(Map.of(
                "ref", proposal.ref().value(),
                "status", shown(proposal).name(),
                "version", proposal.version()));
    }

    /** Shows numbers, health and spending to somebody who says why; the reason is kept. */
    @PostMapping("/reveal")
    ModelAndView reveal(@PathVariable String ref, @RequestParam(required = false) String purpose, Actor actor) {
        ProposalView proposal = proposals.view(ProposalDesk.ref(ref), actor);
        if (purpose == null || !CodeLists.of("purpose").contains(purpose)) {
            return refused(proposal, List.of(FieldError.of("purpose", "proposal.page.error.purpose")), actor);
        }
        accessLog.record(actor, AccessKind.REVEAL, "proposal:" + proposal.ref(), purpose, AccessOutcome.GRANTED);
        return draw(proposal, true, List.of(), actor);
    }

    @PostMapping("/withdraw")
    Object withdraw(
            @PathVariable String ref,
            WithdrawForm form,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            InputFaults faults,
            Actor actor) {
        boolean json = WizardPages.wantsJson(accept);
        String path = "/proposal/" + ProposalDesk.ref(ref);
        try {
            if (!faults.errors().isEmpty()) {
                throw new InvalidInput(faults.errors());
            }
            proposals.withdraw(
                    ProposalDesk.ref(ref),
                    FormVersion.of(form.version()),
                    TypedValues.text(form.reasonText()),
                    OnceOnly.key(form.key()),
                    actor);
            return json ? ResponseEntity.ok(Map.of("next", path)) : "redirect:" + path;
        } catch (InvalidInput refused) {
            if (json) {
                throw refused;
            }
            ModelAndView page = refused(proposals.view(ProposalDesk.ref(ref), actor), refused.errors(), actor);
            page.addObject("typedReason", form.reasonText());
            page.addObject("seen", FormVersion.isReadable(form.version()) ? form.version() : null);
            return page;
        } catch (Conflict conflict) {
            ProposalView now = proposals.view(ProposalDesk.ref(ref), actor);
            if (json || !canWithdraw(now, actor)) {
                throw conflict;
            }
            ModelAndView page = draw(now, false, List.of(), actor);
            page.setStatus(HttpStatus.CONFLICT);
            page.addObject("typedReason", form.reasonText());
            return page.addObject("refusal", conflict.reason());
        }
    }

    private static boolean canWithdraw(ProposalView proposal, Actor actor) {
        return actor.holds(Role.VILLAGE_OPERATOR, proposal.village())
                && !proposal.status().isFinal();
    }

    private ModelAndView refused(ProposalView proposal, List<FieldError> errors, Actor actor) {
        ModelAndView page = draw(proposal, false, errors, actor);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView draw(ProposalView proposal, boolean open, List<FieldError> errors, Actor actor) {
        boolean editor = VillageWork.allowed(actor, proposal.village());
        ModelAndView page = new ModelAndView("proposal/overview");
        page.addObject("proposal", proposal);
        page.addObject("shown", shown(proposal));
        page.addObject("family", FamilyReading.of(proposal.content(), open ? Sight.WHOLE : Sight.CASE));
        page.addObject("village", areas.path(proposal.village()));
        page.addObject("zone", areas.zoneOf(proposal.village()));
        page.addObject("photos", photos(proposal));
        page.addObject(
                "photosErased",
                proposal.status().isFinal()
                        && attachments.wereErased(proposal.ref().value()));
        FieldCheckView check = fieldChecks.latest(proposal.ref()).orElse(null);
        page.addObject("fieldCheck", check);
        page.addObject("visitPhotos", check == null ? List.of() : attachments.of(check.photos()));
        page.addObject("standings", standings(proposal));
        page.addObject("errors", errors);
        page.addObject("open", open);
        page.addObject("missed", missed(proposal));
        page.addObject("canEdit", editor && proposal.editable());
        page.addObject("canAddPhotos", editor && !proposal.editable() && Papers.takesPhotos(proposal.status()));
        page.addObject("canWithdraw", canWithdraw(proposal, actor));
        page.addObject("ownFamily", editor && proposal.editable() ? OwnFamilyWords.of(proposal, actor) : null);
        page.addObject("purposes", CodeLists.of("purpose"));
        if (editor && proposal.editable()) {
            page.addObject("steps", StepState.of(proposals.review(proposal.ref(), actor), null));
        }
        return page;
    }

    /** While it travels in a batch people see the batch's status, here as in lists; a draft is no case yet. */
    private CaseStatus shown(ProposalView proposal) {
        return proposal.submittedAt() == null
                ? proposal.status()
                : timeline.summary(proposal.ref()).status();
    }

    /** Where it goes on when its village has closed its list without it; null when it need not wait for another. */
    private NextList missed(ProposalView proposal) {
        return shown(proposal) != CaseStatus.AGREED_BY_MEETING
                ? null
                : cutoffs.next(proposal.village())
                        .filter(list -> list.closed() != null)
                        .orElse(null);
    }

    /** A draft has none yet. */
    private List<MemberStanding> standings(ProposalView proposal) {
        return proposal.submittedAt() == null
                ? List.of()
                : MemberStanding.of(proposal, persons.lastReport(proposal.content()));
    }

    private List<AttachmentView> photos(ProposalView proposal) {
        return attachments.of(proposal.ref().value());
    }
}
