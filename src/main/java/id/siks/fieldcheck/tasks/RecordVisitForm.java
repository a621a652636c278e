package id.siks.fieldcheck.tasks;

import id.siks.area.Areas;
import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.evidence.AttachmentView;
import id.siks.evidence.Attachments;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.FieldCheckView.VisitView;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.fieldcheck.model.VisitDesk;
import id.siks.fieldcheck.model.VisitPhotos;
import id.siks.fieldcheck.model.VisitReport;
import id.siks.fieldcheck.model.VisitResult;
import id.siks.fieldcheck.process.FieldCheck;
import id.siks.fieldcheck.process.FieldCheckProcess;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.forms.FormInput;
import id.siks.program.Sign;
import id.siks.register.Families;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The social worker tells what he found at the door. */
@Component
class RecordVisitForm implements TaskForm {

    private final VisitDesk desk;
    private final Attachments attachments;
    private final Families families;
    private final FieldCheckProcess process;
    private final Areas areas;
    private final BusinessTime time;
    private final MessageSource messages;

    RecordVisitForm(
            VisitDesk desk,
            Attachments attachments,
            Families families,
            FieldCheckProcess process,
            Areas areas,
            BusinessTime time,
            MessageSource messages) {
        this.desk = desk;
        this.attachments = attachments;
        this.families = families;
        this.process = process;
        this.areas = areas;
        this.time = time;
        this.messages = messages;
    }

    @Override
    public String task() {
        return FieldCheck.RECORD_VISIT;
    }

    @Override
    public String view() {
        return "fieldcheck/record-visit";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        FieldCheckView asked = desk.open(task.caseRef());
        return Map.of(
                "home",
                desk.home(task.caseRef()),
                "path",
                areas.path(asked.village()),
                "fieldCheck",
                asked,
                "photos",
                attachments.of(asked.photos()),
                "kinds",
                VisitPhotos.KINDS,
                "back",
                "/worklist/tasks/" + task.id());
    }

    @Override
    public Map<String, Object> initial(OpenTask task, Actor actor) {
        FieldCheckView asked = desk.open(task.caseRef());
        ZonedDateTime now = time.now().atZone(areas.zoneOf(asked.village()));
        Map<String, Object> values = new HashMap<>();
        values.put("visitedOn", now.toLocalDate().toString());
        values.put("visitedTime", now.format(DateTimeFormatter.ofPattern("HH:mm")));
        values.put("claimedSigns", asked.claimedSigns());
        values.put("otherSignOptions", notClaimed(asked.claimedSigns()));
        return values;
    }

    private List<Map<String, String>> notClaimed(List<String> claimed) {
        return Arrays.stream(Sign.values())
                .map(Sign::name)
                .filter(sign -> !claimed.contains(sign))
                .map(sign -> Map.of("value", sign, "label", sign + " – " + label(sign)))
                .toList();
    }

    private String label(String sign) {
        return messages.getMessage("program.sign." + sign, null, LocaleContextHolder.getLocale());
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        FieldCheckView asked = desk.open(task.caseRef());
        ZoneId zone = areas.zoneOf(asked.village());
        VisitReport report = new VisitInput(input, asked.claimedSigns()).report(zone, asked.requestedAt(), time.now());
        if (report.outcome() == VisitOutcome.VERIFIED && !hasPhoto(asked)) {
            throw InvalidInput.at("outcome", "fieldcheck.error.photo-missing");
        }
        if (report.outcome().namesOther() && !families.isRegistered(report.otherRegisterId())) {
            throw InvalidInput.at("otherRegisterId", "fieldcheck.error.other-unknown");
        }
        VisitResult result = desk.record(task.caseRef(), report, actor.accountId());
        process.recorded(task.id(), result, actor.accountId());
    }

    /** Photos of an earlier attempt show nothing of this one. */
    private boolean hasPhoto(FieldCheckView asked) {
        VisitView earlier = asked.lastVisit();
        return attachments.of(asked.photos()).stream()
                .filter(AttachmentView::image)
                .anyMatch(photo -> earlier == null || photo.uploadedAt().isAfter(earlier.recordedAt()));
    }
}
