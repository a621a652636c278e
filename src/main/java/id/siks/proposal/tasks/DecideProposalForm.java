package id.siks.proposal.tasks;

import id.siks.area.Areas;
import id.siks.casework.OpenTask;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.TaskForm;
import id.siks.evidence.Attachments;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.FieldChecks;
import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import id.siks.platform.forms.FormInput;
import id.siks.program.PovertySigns;
import id.siks.proposal.MemberStanding;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.proposal.RegencyDecision;
import id.siks.proposal.Remark;
import id.siks.proposal.model.Advice;
import id.siks.proposal.process.ProposalTrunk;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyReading;
import id.siks.register.FamilyReading.Sight;
import id.siks.register.Persons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The verifier sees the village's claim, the visitor's finding and the civil registry's answer side by side. */
@Component
class DecideProposalForm implements TaskForm {

    private static final int REMARKS = 5;

    private final Proposals proposals;
    private final FieldChecks fieldChecks;
    private final Persons persons;
    private final PovertySigns signs;
    private final Advice advice;
    private final Attachments attachments;
    private final RemarkFields remarkFields;
    private final Areas areas;

    DecideProposalForm(
            Proposals proposals,
            FieldChecks fieldChecks,
            Persons persons,
            PovertySigns signs,
            Advice advice,
            Attachments attachments,
            RemarkFields remarkFields,
            Areas areas) {
        this.proposals = proposals;
        this.fieldChecks = fieldChecks;
        this.persons = persons;
        this.signs = signs;
        this.advice = advice;
        this.attachments = attachments;
        this.remarkFields = remarkFields;
        this.areas = areas;
    }

    @Override
    public String task() {
        return ProposalTrunk.DECIDE_PROPOSAL;
    }

    @Override
    public String view() {
        return "proposal/decide-proposal";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        ProposalView proposal = proposals.view(task.caseRef(), actor);
        FieldCheckView check = fieldChecks.latest(task.caseRef()).orElse(null);
        Map<String, Object> model = new HashMap<>();
        model.put("proposal", proposal);
        model.put("doubts", proposals.doubts(task.caseRef(), actor));
        model.put("family", FamilyReading.of(proposal.content(), Sight.CASE));
        model.put("path", areas.path(proposal.village()));
        model.put("advice", signs.advise(proposal.content().housing(), proposal.village()));
        model.put("fieldCheck", check);
        model.put("found", found(check));
        model.put("visitPhotos", check == null ? List.of() : attachments.of(check.photos()));
        model.put("standings", MemberStanding.of(proposal, persons.lastReport(proposal.content())));
        model.put("photos", attachments.of(proposal.ref().value()));
        return model;
    }

    /** What the last visit says of each sign, by code. */
    private static Map<String, FieldCheckView.Finding> found(FieldCheckView check) {
        return check == null || check.lastVisit() == null
                ? Map.of()
                : check.lastVisit().findings().stream()
                        .collect(Collectors.toMap(
                                FieldCheckView.SignFinding::sign, FieldCheckView.SignFinding::finding));
    }

    @Override
    public Map<String, Object> initial(OpenTask task, Actor actor) {
        FamilyContent family = proposals.view(task.caseRef(), actor).content();
        return Map.of(
                "remarkFields",
                remarkFields.options(family),
                "againstAdvice",
                advice.speaksAgainst(task.caseRef(), family));
    }

    @Override
    public Set<String> sameForMany() {
        return Set.of("decision", "notOwnFamily", "reasonCode", "reasonText");
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        RegencyDecision decision =
                input.needed("decision", word -> RegencyDecision.valueOf(word.toUpperCase(Locale.ROOT)));
        Reason reason = decision == RegencyDecision.APPROVE
                ? null
                : Reason.given(input.needed("reasonCode", ReasonCode::valueOf), input.text("reasonText"));
        proposals.decide(task.caseRef(), decision, reason, input.text("despite"), remarks(input), actor);
    }

    private static List<Remark> remarks(FormInput input) {
        List<Remark> remarks = new ArrayList<>();
        for (int i = 1; i <= REMARKS; i++) {
            String field = input.text("remarkField" + i);
            String text = input.text("remarkText" + i);
            if (field != null && text == null) {
                throw InvalidInput.at("remarkText" + i, "proposal.error.remark-text-missing");
            }
            if (text != null && field == null) {
                throw InvalidInput.at("remarkField" + i, "proposal.error.remark-field-missing");
            }
            if (field != null) {
                remarks.add(new Remark(field, text));
            }
        }
        return remarks;
    }
}
