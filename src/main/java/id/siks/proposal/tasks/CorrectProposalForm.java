package id.siks.proposal.tasks;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import id.siks.proposal.MemberStanding;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.proposal.process.ProposalTrunk;
import id.siks.register.Persons;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The village mends what came back: the remarks lead to the fields, the fields are mended on the proposal's own pages. */
@Component
class CorrectProposalForm implements TaskForm {

    private final Proposals proposals;
    private final Persons persons;

    CorrectProposalForm(Proposals proposals, Persons persons) {
        this.proposals = proposals;
        this.persons = persons;
    }

    @Override
    public String task() {
        return ProposalTrunk.CORRECT_PROPOSAL;
    }

    @Override
    public String view() {
        return "proposal/correct-proposal";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        ProposalView proposal = proposals.view(task.caseRef(), actor);
        return Map.of(
                "proposal",
                proposal,
                "mine",
                proposal.isOwnFamilyOf(actor),
                "standings",
                MemberStanding.of(proposal, persons.lastReport(proposal.content())));
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        // Whether the page is of today its task's version has told: that moves with the content.
        int version = proposals.view(task.caseRef(), actor).version();
        proposals.resubmit(task.caseRef(), version, input.text("note"), UUID.randomUUID(), actor);
    }
}
