package id.siks.finalization.tasks;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.Attachments;
import id.siks.finalization.BatchView;
import id.siks.finalization.Batches;
import id.siks.finalization.RatificationLetter;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.platform.NotFound;
import id.siks.platform.forms.FormInput;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The regent's letter is recorded: it ties him to the hash of the list he was shown. */
@Component
class RecordRatificationForm implements TaskForm {

    private final Batches batches;
    private final BatchPanel panel;
    private final Attachments attachments;

    RecordRatificationForm(Batches batches, BatchPanel panel, Attachments attachments) {
        this.batches = batches;
        this.panel = panel;
        this.attachments = attachments;
    }

    @Override
    public String task() {
        return PeriodFinalization.RECORD_RATIFICATION;
    }

    @Override
    public String view() {
        return "finalization/record-ratification";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        Map<String, Object> model = panel.of(task.caseRef());
        model.put(
                "letters",
                attachments.of(task.caseRef().value()).stream()
                        .filter(letter -> letter.kind() == AttachmentKind.RATIFICATION_LETTER)
                        .toList());
        model.put("taskId", task.id());
        return model;
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        String shown = batches.find(task.caseRef())
                .map(BatchView::sha256)
                .orElseThrow(() -> new NotFound("batch " + task.caseRef()));
        RatificationLetter letter = new RatificationLetter(
                input.needed("letterNumber"), input.needed("letterDate", LocalDate::parse), shown);
        batches.ratify(task.caseRef(), letter, actor);
    }
}
