package id.siks.finalization.tasks;

import id.siks.area.Areas;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.finalization.Periods;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The operator closes the month of his village. */
@Component
class FinalizeVillageForm implements TaskForm {

    private final Periods periods;
    private final BatchPanel panel;
    private final ObjectProvider<BatchMember> members;
    private final Areas areas;

    FinalizeVillageForm(Periods periods, BatchPanel panel, ObjectProvider<BatchMember> members, Areas areas) {
        this.periods = periods;
        this.panel = panel;
        this.members = members;
        this.areas = areas;
    }

    @Override
    public String task() {
        return PeriodFinalization.FINALIZE_VILLAGE;
    }

    @Override
    public String view() {
        return "finalization/finalize-village";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        BatchMember member = members.getObject();
        return Map.of(
                "period", panel.period(task.caseRef()),
                "village", areas.get(task.area()).name(),
                "ready", member.lines(member.readyIn(task.area())),
                "blocked", member.blockedIn(task.area()));
    }

    @Override
    public List<CaseRef> alsoNames(OpenTask task, Actor actor) {
        BatchMember member = members.getObject();
        return Stream.concat(
                        member.readyIn(task.area()).stream(),
                        member.blockedIn(task.area()).stream().map(BatchMember.Blocked::ref))
                .toList();
    }

    @Override
    public String gone() {
        return "finalization.finalize-village.gone";
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        periods.finalizeVillage(task.caseRef(), task.area(), actor);
    }
}
