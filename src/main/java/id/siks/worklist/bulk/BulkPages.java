package id.siks.worklist.bulk;

import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.forms.FormSchema;
import id.siks.worklist.model.WorkItem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Many pieces of work at once: chosen in the list, asked what to do, and told what came of each. */
@Controller
@RequestMapping("/worklist/bulk")
class BulkPages {

    private final BulkDesk desk;
    private final BulkSheets sheets;

    BulkPages(BulkDesk desk, BulkSheets sheets) {
        this.desk = desk;
        this.sheets = sheets;
    }

    /** Takes or gives back at once; for the rest asks to whom, or what. */
    @PostMapping
    ModelAndView choose(
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(name = "item", required = false) List<String> items,
            @RequestParam String key,
            Actor actor) {
        UUID deed = OnceOnly.key(key);
        List<String> tasks = Ticked.tasks(items);
        try {
            switch (what) {
                case "claim" -> desk.claim(deed, tasks, actor);
                case "release" -> desk.release(deed, tasks, actor);
                case "give" -> {
                    return sheets.give("give", desk.chosen(tasks, actor), Map.of(), List.of(), actor);
                }
                case "complete" -> {
                    List<WorkItem> chosen = desk.chosen(tasks, actor);
                    if (BulkSheets.isMixed(chosen)) {
                        return sheets.mixed(chosen);
                    }
                    return sheets.complete(chosen, desk.sheet(chosen), Map.of(), List.of(), actor);
                }
                default -> throw new NotFound("bulk deed");
            }
            return done(deed);
        } catch (InvalidInput invalid) {
            return sheets.nothing(invalid.errors());
        }
    }

    @PostMapping("/give")
    ModelAndView give(
            @RequestParam(name = "item", required = false) List<String> items,
            @RequestParam String key,
            @RequestParam Map<String, String> sent,
            Actor actor) {
        UUID deed = OnceOnly.key(key);
        List<String> tasks = Ticked.tasks(items);
        try {
            if (!desk.isBegun(deed, actor)) {
                sheets.requireGiving(sent, desk.chosen(tasks, actor), actor);
            }
            desk.give(deed, tasks, sent.get("giveTo"), sent.get("giveReason"), actor);
            return done(deed);
        } catch (InvalidInput invalid) {
            return again(tasks, actor, chosen -> sheets.give("give", chosen, sent, invalid.errors(), actor));
        }
    }

    @PostMapping("/complete")
    ModelAndView complete(
            @RequestParam(name = "item", required = false) List<String> items,
            @RequestParam String key,
            @RequestParam String form,
            Actor actor,
            HttpServletRequest request) {
        UUID deed = OnceOnly.key(key);
        Map<String, Integer> versions = Ticked.versions(items);
        Map<String, String[]> sent = request.getParameterMap();
        try {
            desk.complete(deed, versions, form, sent, actor);
            return done(deed);
        } catch (InvalidInput invalid) {
            return again(List.copyOf(versions.keySet()), actor, chosen -> {
                FormSchema schema = desk.sheet(chosen);
                return sheets.complete(chosen, schema, schema.echo(sent), invalid.errors(), actor);
            });
        }
    }

    @GetMapping("/{bulk}")
    ModelAndView results(@PathVariable UUID bulk, @RequestParam(defaultValue = "") String from, Actor actor) {
        return sheets.results(bulk, from, actor);
    }

    private ModelAndView again(List<String> tasks, Actor actor, Function<List<WorkItem>, ModelAndView> sheet) {
        try {
            return sheet.apply(desk.chosen(tasks, actor));
        } catch (InvalidInput nothingToShow) {
            return sheets.nothing(nothingToShow.errors());
        }
    }

    private static ModelAndView done(UUID deed) {
        return new ModelAndView("redirect:/worklist/bulk/" + deed);
    }
}
