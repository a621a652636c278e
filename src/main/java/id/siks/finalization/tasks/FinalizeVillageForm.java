package id.siks.finalization.tasks;

import id.siks.area.Areas;
import id.siks.casework.BatchMember;
import id.siks.casework.BatchMember.Blocked;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.BatchMember.VillageList;
import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.finalization.VillageLists;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import id.siks.platform.forms.FormSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The operator closes the month of his village. */
@Component
class FinalizeVillageForm implements TaskForm {

    private static final String READY = "ready";
    private static final String RETURNING = "returning";
    private static final String BLOCKED = "blocked";

    private final VillageLists villageLists;
    private final BatchPanel panel;
    private final ObjectProvider<BatchMember> members;
    private final Areas areas;

    FinalizeVillageForm(VillageLists villageLists, BatchPanel panel, ObjectProvider<BatchMember> members, Areas areas) {
        this.villageLists = villageLists;
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
    public Shown shown(OpenTask task, Actor actor) {
        VillageList list = members.getObject().listOf(task.area());
        return new Shown(model(task, list), initial(list.ready()));
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        return model(task, members.getObject().listOf(task.area()));
    }

    private Map<String, Object> model(OpenTask task, VillageList list) {
        BatchMember member = members.getObject();
        return Map.of(
                "period",
                panel.period(task.caseRef()),
                "village",
                areas.get(task.area()).name(),
                READY,
                member.lines(list.ready()),
                "unmatched",
                member.unmatched(list.ready()),
                RETURNING,
                member.lines(list.returning()),
                BLOCKED,
                list.blocked());
    }

    @Override
    public List<CaseRef> alsoNames(Map<String, Object> model) {
        return Stream.concat(
                        Stream.of(READY, RETURNING)
                                .flatMap(lines -> all(ListLine.class, model.get(lines)))
                                .map(ListLine::ref),
                        all(Blocked.class, model.get(BLOCKED)).map(Blocked::ref))
                .toList();
    }

    private static <T> Stream<T> all(Class<T> kind, Object list) {
        return ((List<?>) list).stream().map(kind::cast);
    }

    /** Whoever declares the list true declares the one he saw. */
    @Override
    public Map<String, Object> initial(OpenTask task, Actor actor) {
        return initial(members.getObject().listOf(task.area()).ready());
    }

    private static Map<String, Object> initial(List<CaseRef> ready) {
        return Map.of(
                FormSchema.SEEN, ready.stream().map(CaseRef::value).sorted().collect(Collectors.joining(" ")));
    }

    @Override
    public String gone() {
        return "finalization.finalize-village.gone";
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        villageLists.finalizeVillage(task.caseRef(), task.area(), actor);
    }
}
