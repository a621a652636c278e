package id.siks.fieldcheck;

import id.siks.area.AreaCode;
import id.siks.casework.CaseOpened;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.OpenTask;
import id.siks.casework.TestForms;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.evidence.SampleFiles;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Made-up cases with a visit to make, and people who do their tasks through the forms as the worklist does. */
@Component
public class FieldCheckTestData {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ApplicationEventPublisher events;
    private final FieldChecks fieldChecks;
    private final Attachments attachments;
    private final TestForms forms;
    private final TaskService tasks;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    FieldCheckTestData(
            ApplicationEventPublisher events,
            FieldChecks fieldChecks,
            Attachments attachments,
            TestForms forms,
            TaskService tasks,
            BusinessTime time,
            TransactionTemplate transaction) {
        this.events = events;
        this.fieldChecks = fieldChecks;
        this.attachments = attachments;
        this.forms = forms;
        this.tasks = tasks;
        this.time = time;
        this.transaction = transaction;
    }

    /** A case in the village for which a visit was asked. */
    public CaseRef asked(AreaCode village, Long draftedBy, String... claimedSigns) {
        String regency = village.value().substring(0, 4);
        CaseRef ref = new CaseRef("KUN-%s-26-%06d".formatted(regency, NUMBER.incrementAndGet()));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new CaseOpened(
                    ref,
                    "NEW_REGISTRATION",
                    village,
                    "Keluarga Uji",
                    CaseStatus.FIELD_VERIFICATION,
                    draftedBy,
                    time.now()));
            fieldChecks.request(new FieldCheckRequest(
                    ref,
                    village,
                    "Keluarga Uji",
                    "Dusun Uji RT 001",
                    null,
                    List.of(claimedSigns),
                    draftedBy == null ? Set.of() : Set.of(draftedBy)));
        });
        return ref;
    }

    /** The person does the one open task of the case called {@code key}, with these answers. */
    public void does(Actor actor, CaseRef ref, String key, Map<String, String> answers) {
        forms.send(open(ref, key), answers, time.today(ZoneOffset.ofHours(9)), actor);
    }

    /** A visit that confirms the signs that are claimed, with photo and place. */
    public void confirms(Actor worker, CaseRef ref) {
        photo(worker, ref);
        Map<String, String> answers = new HashMap<>(verified());
        fieldChecks.latest(ref).orElseThrow().claimedSigns().forEach(s -> answers.put("sign" + s, "CONFIRMED"));
        does(worker, ref, "record-visit", answers);
    }

    /** The answers of a full verification, without its signs. */
    public static Map<String, String> verified() {
        return Map.of("notOwnFamily", "true", "outcome", "VERIFIED", "latitude", "-7.2", "longitude", "107.9");
    }

    /** The answers of a visit that found something else. */
    public static Map<String, String> found(VisitOutcome outcome) {
        return Map.of("notOwnFamily", "true", "outcome", outcome.name(), "note", "Catatan dari kunjungan uji");
    }

    /** A photo of the house, taken on the visit. */
    public void photo(Actor worker, CaseRef ref) {
        FieldCheckView asked = fieldChecks.latest(ref).orElseThrow();
        attachments.add(
                new AttachmentUpload(
                        asked.photos(),
                        asked.village(),
                        AttachmentKind.RESPONDENT_WITH_HOUSE,
                        SampleFiles.jpeg(320, 240),
                        Capture.UNKNOWN),
                worker);
    }

    private OpenTask open(CaseRef ref, String key) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(key)
                .singleResult();
        AreaCode village = fieldChecks.latest(ref).orElseThrow().village();
        Long assignee = task.getAssignee() == null ? null : Long.valueOf(task.getAssignee());
        Role role = key.equals("record-visit") ? Role.DISTRICT_SOCIAL_WORKER : Role.REGENCY_VERIFIER;
        return new OpenTask(
                task.getId(), key, ref, role, village, task.getDueDate().toInstant(), assignee);
    }
}
