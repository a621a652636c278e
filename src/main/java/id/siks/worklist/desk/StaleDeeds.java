package id.siks.worklist.desk;

import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormField.Kind;
import id.siks.platform.forms.FormSchemas;
import id.siks.platform.web.Wishes;
import id.siks.worklist.model.WorkItem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Answers a deed on one piece of work that came too late: its page as it is by now, with who was faster, and with the words
 * that were not sent so that nobody has to think of them again.
 */
@Component
class StaleDeeds {

    // What people write when they pass work on; what they write into the form of the task, its file names.
    private static final Set<String> PASSING = Set.of("giveReason", "askText", "answer");

    private final WorkDesk desk;
    private final TaskSheets sheets;
    private final FormSchemas schemas;

    StaleDeeds(WorkDesk desk, TaskSheets sheets, FormSchemas schemas) {
        this.desk = desk;
        this.sheets = sheets;
        this.schemas = schemas;
    }

    /** The page; a client that wants no page gets the {@link Conflict} itself. */
    String page(
            String taskId,
            Conflict conflict,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (Wishes.of(request) == Wishes.JSON) {
            throw conflict;
        }
        WorkItem item = desk.look(taskId, actor);
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", conflict.reason());
        model.addAttribute("unsent", words(item.task(), request.getParameterMap()));
        return sheets.now(item, actor, model);
    }

    private List<String> words(String task, Map<String, String[]> sent) {
        List<String> written = schemas.of(task).inputs().stream()
                .filter(field -> field.kind() == Kind.TEXTAREA)
                .map(FormField::key)
                .toList();
        // The field of a row is sent under its key and the entry the row stands for.
        return sent.entrySet().stream()
                .filter(e -> PASSING.contains(e.getKey())
                        || written.stream().anyMatch(key -> e.getKey().startsWith(key)))
                .flatMap(e -> Stream.of(e.getValue()))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
