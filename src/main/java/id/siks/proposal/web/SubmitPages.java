package id.siks.proposal.web;

import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import id.siks.platform.web.FormVersion;
import id.siks.platform.web.InputFaults;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last step: everything is declared true and handed in. */
@Controller
class SubmitPages {

    private final Proposals proposals;
    private final ProposalDesk desk;
    private final WizardPage page;
    private final CutoffNotice cutoffs;
    private final BusinessTime time;

    SubmitPages(Proposals proposals, ProposalDesk desk, WizardPage page, CutoffNotice cutoffs, BusinessTime time) {
        this.proposals = proposals;
        this.desk = desk;
        this.page = page;
        this.cutoffs = cutoffs;
        this.time = time;
    }

    @PostMapping("/proposal/{ref}/submit")
    Object submit(
            @PathVariable String ref,
            SubmitForm form,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            InputFaults faults,
            Actor actor,
            RedirectAttributes next) {
        ProposalView proposal = desk.workable(ref, actor);
        CaseRef aCase = proposal.ref();
        boolean json = WizardPages.wantsJson(accept);
        try {
            if (!faults.errors().isEmpty()) {
                throw new InvalidInput(faults.errors());
            }
            handIn(aCase, form, actor);
        } catch (InvalidInput refused) {
            if (json) {
                throw refused;
            }
            return refused(aCase, form, refused.errors(), actor);
        } catch (Conflict conflict) {
            return stale(aCase, form, conflict, json, actor);
        }
        boolean late = cutoffs.passedSince(form.period(), proposal.village(), time.now());
        if (json) {
            return ResponseEntity.ok(Map.of("ref", aCase.value(), "next", "/proposal/" + aCase, "rolledOver", late));
        }
        next.addFlashAttribute("rolledOver", late);
        next.addFlashAttribute("handedIn", true);
        return "redirect:/proposal/" + aCase;
    }

    private void handIn(CaseRef aCase, SubmitForm form, Actor actor) {
        boolean declared = "true".equals(form.declaration());
        if (!declared) {
            throw InvalidInput.at("declaration", "proposal.page.error.declaration");
        }
        UUID key = OnceOnly.key(form.key());
        int version = FormVersion.of(form.version());
        if ("true".equals(form.again())) {
            proposals.resubmit(aCase, version, TypedValues.text(form.note()), key, actor);
        } else {
            proposals.submit(aCase, version, true, key, actor);
        }
    }

    private Object refused(CaseRef aCase, SubmitForm form, List<FieldError> errors, Actor actor) {
        ProposalView proposal = proposals.view(aCase, actor);
        if (!proposal.editable()) {
            return "redirect:/proposal/" + aCase;
        }
        return page.refused(Step.REVIEW, proposal, form, errors, actor);
    }

    private Object stale(CaseRef aCase, SubmitForm form, Conflict conflict, boolean json, Actor actor) {
        ProposalView now = proposals.view(aCase, actor);
        if (json || !now.editable() || now.version() == FormVersion.of(form.version())) {
            throw conflict;
        }
        return page.stale(Step.REVIEW, now, form, actor);
    }
}
