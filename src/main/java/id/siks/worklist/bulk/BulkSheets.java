package id.siks.worklist.bulk;

import id.siks.identity.Actor;
import id.siks.platform.Faults;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Sentences;
import id.siks.platform.forms.FormSchema;
import id.siks.worklist.desk.Colleagues;
import id.siks.worklist.desk.WorkHanding;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import id.siks.worklist.oversight.Supervision;
import id.siks.worklist.row.WorkRow;
import id.siks.worklist.row.WorkRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages about many pieces of work. Templates ask {@code @bulkSheets} what the list may offer. */
@Component
class BulkSheets {

    private final WorkRows rows;
    private final WorkItems items;
    private final Colleagues colleagues;
    private final TaskHandlers handlers;
    private final Supervision supervision;
    private final BulkRun run;

    BulkSheets(
            WorkRows rows,
            WorkItems items,
            Colleagues colleagues,
            TaskHandlers handlers,
            Supervision supervision,
            BulkRun run) {
        this.rows = rows;
        this.items = items;
        this.colleagues = colleagues;
        this.handlers = handlers;
        this.supervision = supervision;
        this.run = run;
    }

    /** True when the same answer may be given to many of what the list shows. */
    public boolean decides(List<WorkRow> shown) {
        return shown.stream().map(WorkRow::task).distinct().anyMatch(task -> !handlers.of(task)
                .sameForMany()
                .isEmpty());
    }

    /** Asks to whom it goes. */
    ModelAndView give(
            String deed, List<WorkItem> chosen, Map<String, String> sent, List<FieldError> errors, Actor actor) {
        ModelAndView page = ask(deed, chosen, sent, errors, actor);
        page.addObject("colleagues", shared(chosen, actor));
        return page;
    }

    /** Asks what the deed needs to know; what was sent already stands in the fields. */
    ModelAndView ask(
            String deed, List<WorkItem> chosen, Map<String, String> sent, List<FieldError> errors, Actor actor) {
        ModelAndView page = page(deed, chosen, errors, actor);
        page.addObject("sent", sent);
        return page;
    }

    ModelAndView complete(
            List<WorkItem> chosen,
            FormSchema schema,
            Map<String, Object> values,
            List<FieldError> errors,
            Actor actor) {
        ModelAndView page = page("complete", chosen, errors, actor);
        page.addObject("schema", schema);
        page.addObject("values", values);
        return page;
    }

    /** True when what was chosen is not all the same task. */
    static boolean isMixed(List<WorkItem> chosen) {
        return chosen.stream().map(WorkItem::task).distinct().count() > 1;
    }

    /** What was chosen cannot be decided alike; offered is what of it can, each task by itself. */
    ModelAndView mixed(List<WorkItem> chosen) {
        ModelAndView page = nothing(List.of(FieldError.of("item", "worklist.bulk.error.mixed")));
        page.addObject(
                "kinds",
                chosen.stream()
                        .filter(item -> !handlers.of(item.task()).sameForMany().isEmpty())
                        .collect(Collectors.groupingBy(
                                item -> handlers.titleKey(item.task()), LinkedHashMap::new, Collectors.toList())));
        return page;
    }

    /** Nothing can be done with what was chosen, and why. */
    ModelAndView nothing(List<FieldError> errors) {
        return page("nothing", List.of(), errors, null);
    }

    /**
     * What came of a deed of the actor's.
     *
     * @param from query of the board's list it was chosen in, may be empty
     */
    ModelAndView results(UUID bulk, String from, Actor actor) {
        List<BulkRows.Result> results = run.results(bulk, actor);
        List<BulkRows.Result> known = results.stream()
                .filter(r -> items.find(r.taskId()).filter(i -> sees(actor, i)).isPresent())
                .toList();
        List<WorkRow> shown = rows.of(
                known.stream().flatMap(r -> items.find(r.taskId()).stream()).toList(), actor);
        Map<WorkRow, BulkRows.Result> lines = new LinkedHashMap<>();
        for (int i = 0; i < known.size(); i++) {
            lines.put(shown.get(i), known.get(i));
        }
        ModelAndView page = new ModelAndView("worklist/bulk-result");
        page.addObject("lines", lines);
        page.addObject("done", results.stream().filter(BulkRows.Result::done).count());
        page.addObject("refused", results.stream().filter(r -> !r.done()).count());
        page.addObject("unknown", results.size() - known.size());
        page.addObject(
                "board", run.deed(bulk, actor).filter(BulkRun.What::oversees).isPresent());
        page.addObject("from", Ticked.from(from));
        return page;
    }

    private boolean sees(Actor actor, WorkItem item) {
        return actor.holds(item.role(), item.area()) || supervision.covers(actor, item);
    }

    /** Refused at {@code giveTo} unless one colleague's duty covers all of them, and at {@code giveReason}; not begun then. */
    void requireGiving(Map<String, String> sent, List<WorkItem> chosen, Actor actor) {
        Faults faults = new Faults();
        faults.check(() -> requireColleague(sent.get("giveTo"), chosen, actor));
        faults.check(() -> Sentences.optional("giveReason", sent.get("giveReason"), WorkHanding.LONGEST));
        faults.refuse();
    }

    private void requireColleague(String to, List<WorkItem> chosen, Actor actor) {
        if (shared(chosen, actor).stream().noneMatch(c -> c.id().equals(to))) {
            throw InvalidInput.at("giveTo", "worklist.error.colleague");
        }
    }

    private List<Actor> shared(List<WorkItem> chosen, Actor actor) {
        return colleagues.of(chosen.get(0), actor).stream()
                .filter(c -> chosen.stream().allMatch(item -> c.holds(item.role(), item.area())))
                .toList();
    }

    private ModelAndView page(String deed, List<WorkItem> chosen, List<FieldError> errors, Actor actor) {
        ModelAndView page = new ModelAndView("worklist/bulk");
        page.addObject("deed", deed);
        page.addObject("chosen", chosen);
        page.addObject("rows", chosen.isEmpty() ? List.of() : rows.of(chosen, actor));
        page.addObject("errors", errors);
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }
}
