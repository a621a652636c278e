package id.siks.sample;

import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.FieldChecks;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineTasks;
import id.siks.platform.forms.FormInput;
import id.siks.proposal.ProposalView;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Visits of the sample's social workers, recorded through the task that a worker fills in. */
@Component
class SampleVisits {

    private static final String TASK = "record-visit";

    private final FieldChecks checks;
    private final Attachments attachments;
    private final EngineTasks tasks;
    private final List<TaskForm> forms;
    private final Areas areas;
    private final BusinessTime time;
    private final SampleJournal journal;

    SampleVisits(
            FieldChecks checks,
            Attachments attachments,
            EngineTasks tasks,
            List<TaskForm> forms,
            Areas areas,
            BusinessTime time,
            SampleJournal journal) {
        this.checks = checks;
        this.attachments = attachments;
        this.tasks = tasks;
        this.forms = forms;
        this.areas = areas;
        this.time = time;
        this.journal = journal;
    }

    /** The worker stands at the door and confirms every sign the village claimed. */
    void confirm(ProposalView proposal, Actor worker) {
        journal.once(() -> photographed(proposal, worker), ref -> {
            FieldCheckView check = checks.latest(ref).orElseThrow();
            form().complete(task(ref, check, worker), answers(check, proposal), worker);
        });
    }

    private CaseRef photographed(ProposalView proposal, Actor worker) {
        FieldCheckView check = checks.latest(proposal.ref()).orElseThrow();
        Capture capture = new Capture(
                proposal.content().place().latitude(),
                proposal.content().place().longitude(),
                6,
                time.now());
        attachments.add(
                new AttachmentUpload(
                        check.photos(),
                        check.village(),
                        AttachmentKind.HOUSE_FRONT,
                        DrawnPhoto.house(proposal.ref().hashCode() + 1L),
                        capture),
                worker);
        return proposal.ref();
    }

    private TaskForm form() {
        return forms.stream().filter(f -> f.task().equals(TASK)).findFirst().orElseThrow();
    }

    private OpenTask task(CaseRef ref, FieldCheckView check, Actor worker) {
        String id = tasks.openId(ref.value(), TASK);
        return new OpenTask(
                id,
                TASK,
                ref,
                Role.DISTRICT_SOCIAL_WORKER,
                check.village().at(AreaLevel.DISTRICT),
                time.now(),
                worker.accountId());
    }

    private FormInput answers(FieldCheckView check, ProposalView proposal) {
        ZonedDateTime now = time.now().atZone(areas.zoneOf(check.village()));
        Map<String, Object> values = new HashMap<>();
        values.put("notOwnFamily", true);
        values.put("outcome", "VERIFIED");
        check.claimedSigns().forEach(sign -> values.put("sign" + sign, "CONFIRMED"));
        values.put("visitedOn", now.toLocalDate().toString());
        values.put("visitedTime", now.format(DateTimeFormatter.ofPattern("HH:mm")));
        values.put("latitude", proposal.content().place().latitude());
        values.put("longitude", proposal.content().place().longitude());
        values.put("accuracy", 6);
        return new FormInput(values);
    }
}
