package id.siks.processadmin.migration;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.FreshLogin;
import id.siks.identity.Role;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Page;
import id.siks.platform.web.Unattended;
import id.siks.processadmin.migration.MigrationDesk.Checked;
import id.siks.processadmin.migration.MigrationRows.Deed;
import id.siks.processadmin.run.Version;
import id.siks.processadmin.run.Versions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where running cases are moved to another version: plan, trial, progress. */
@Controller
@RequestMapping("/processadmin/migrations")
class MigrationPages {

    private static final int A_PAGE = 50;
    private static final int KEY_DIGITS = 18;
    private static final String PATH = "/processadmin/migrations/";
    private static final String HERE = "redirect:" + PATH;

    private final MigrationRows rows;
    private final MigrationCases known;
    private final MigrationDesk desk;
    private final Mapping mapping;
    private final Pairs pairs;
    private final Versions versions;
    private final Actors actors;
    private final StayFile file;
    private final FreshLogin login;

    MigrationPages(
            MigrationRows rows,
            MigrationCases known,
            MigrationDesk desk,
            Mapping mapping,
            Pairs pairs,
            Versions versions,
            Actors actors,
            StayFile file,
            FreshLogin login) {
        this.rows = rows;
        this.known = known;
        this.desk = desk;
        this.mapping = mapping;
        this.pairs = pairs;
        this.versions = versions;
        this.actors = actors;
        this.file = file;
        this.login = login;
    }

    @GetMapping
    ModelAndView all(@RequestParam(required = false) Long before, Actor actor) {
        ModelAndView view = page("migrations", actor);
        Map<String, List<Version>> all = versions.all();
        all.values().removeIf(list -> list.size() < 2);
        view.addObject("processes", all);
        Page<Migration> page = Page.of(rows.last(before, A_PAGE + 1), A_PAGE, Migration::id);
        view.addObject("migrations", page.items());
        view.addObject("older", page.next());
        view.addObject("names", versions.all());
        return view;
    }

    @GetMapping("/plan")
    ModelAndView plan(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String target,
            Actor actor) {
        Pair pair = pair(key, source, target);
        return plan(pair, Choice.of(mapping.suggest(pair)), null, List.of(), "", actor);
    }

    @PostMapping("/plan")
    ModelAndView check(@RequestParam Map<String, String> sent, Actor actor) {
        Pair pair = pair(sent.get("key"), sent.get("source"), sent.get("target"));
        String reason = sent.getOrDefault("reason", "");
        try {
            Choice chosen = desk.chosen(pair, sent);
            if ("draw".equals(sent.get("act"))) {
                return plan(pair, chosen, null, List.of(), reason, actor);
            }
            if ("save".equals(sent.get("act"))) {
                return new ModelAndView(HERE + desk.plan(pair, chosen, reason, actor));
            }
            return plan(pair, chosen, desk.check(pair, chosen), List.of(), reason, actor);
        } catch (InvalidInput invalid) {
            ModelAndView view = refused(pair, sent, invalid, reason, actor);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        }
    }

    /** The cases that would stay, as a file; a plan that is not sound is refused as on its page. */
    @PostMapping("/plan/cases")
    ResponseEntity<InputStreamResource> wouldStay(@RequestParam Map<String, String> sent, Actor actor) {
        Pair pair = pair(sent.get("key"), sent.get("source"), sent.get("target"));
        Choice choice = desk.chosen(pair, sent);
        return file.take(actor, about(pair), lines -> desk.each(pair, choice, lines));
    }

    /** The cases that stayed, as a file. */
    @PostMapping("/{id}/stayed")
    ResponseEntity<InputStreamResource> stayed(@PathVariable String id, Actor actor) {
        Migration migration = rows.get(number(id));
        Pair pair = pairs.of(migration.key(), migration.source(), migration.target());
        return file.take(actor, "migration." + migration.id(), lines -> {
            lines.begin(pair);
            known.eachStay(migration.id(), lines::stays);
        });
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return one(id, request, actor, "", List.of());
    }

    private ModelAndView one(
            String id, HttpServletRequest request, Actor actor, String reason, List<FieldError> errors) {
        Migration migration = rows.get(number(id));
        Pair pair = pairs.of(migration.key(), migration.source(), migration.target());
        ModelAndView view = page("migration", actor);
        view.addObject("migration", migration);
        view.addObject("pair", pair);
        view.addObject("branches", NewBranches.of(pair));
        Progress counted = known.progress(migration.id());
        Progress progress = migration.state().isOver()
                ? counted
                : counted.orWaiting(pair.from().running());
        view.addObject("progress", works(actor) ? progress : progress.withoutRefs());
        List<Deed> deeds = rows.deeds(migration.id());
        Map<Long, String> names = actors.namesOf(deeds.stream().map(Deed::by).toList());
        view.addObject(
                "deeds", deeds.stream().map(d -> new Said(d, names.get(d.by()))).toList());
        view.addObject("own", actor.persons().contains(migration.plannedBy()));
        view.addObject("fresh", login.isFresh(request.getSession(false)));
        view.addObject("again", login.again(PATH + migration.id()));
        view.addObject("reason", reason);
        view.addObject("errors", errors);
        return view;
    }

    /** The same, as an open page asks it while cases are moved. */
    @Unattended
    @GetMapping(path = "/{id}", headers = "HX-Request")
    ModelAndView progress(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return one(id, request, actor);
    }

    @PostMapping("/{id}/begin")
    ModelAndView begin(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        login.require(request.getSession(false));
        return done(id, request, actor, reason, () -> desk.begin(number(id), reason, actor));
    }

    @PostMapping("/{id}/pause")
    ModelAndView pause(@PathVariable String id, Actor actor) {
        desk.pause(number(id), actor);
        return new ModelAndView(HERE + number(id));
    }

    @PostMapping("/{id}/resume")
    ModelAndView resume(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        login.require(request.getSession(false));
        return done(id, request, actor, reason, () -> desk.resume(number(id), reason, actor));
    }

    @PostMapping("/{id}/drop")
    ModelAndView drop(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return done(id, request, actor, reason, () -> desk.drop(number(id), reason, actor));
    }

    /** Its page after a deed; without a reason the same page again, with what was written. */
    private ModelAndView done(String id, HttpServletRequest request, Actor actor, String reason, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView(HERE + number(id));
        } catch (InvalidInput invalid) {
            ModelAndView view = one(id, request, actor, reason, invalid.errors());
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        }
    }

    private ModelAndView refused(
            Pair pair, Map<String, String> sent, InvalidInput invalid, String reason, Actor actor) {
        Map<String, String> kept = new LinkedHashMap<>();
        pair.source().all().forEach(step -> kept.put(step.id(), sent.getOrDefault("step." + step.id(), "")));
        kept.values().removeIf(target -> pair.target().find(target).isEmpty());
        Set<String> branched = new TreeSet<>(NewBranches.of(pair).keySet());
        branched.removeIf(split -> !sent.containsKey("branch." + split));
        Choice choice = new Choice(kept, branched);
        return plan(pair, choice, desk.check(pair, choice), invalid.errors(), reason, actor);
    }

    private ModelAndView plan(
            Pair pair, Choice choice, Checked checked, List<FieldError> errors, String reason, Actor actor) {
        ModelAndView view = page("migration-plan", actor);
        view.addObject("pair", pair);
        view.addObject("branches", NewBranches.of(pair));
        view.addObject("chosen", choice.steps());
        view.addObject("branched", choice.branched());
        view.addObject("checked", checked);
        view.addObject("errors", errors);
        view.addObject("reason", reason);
        Blame blame = blame(pair, choice, checked);
        view.addObject("blame", blame);
        view.addObject(
                "pictures", PairPictures.of(pair, choice.steps(), blame.rows().keySet()));
        view.addObject(
                "underWay",
                rows.underWay(pair.from().key(), pair.from().number()).orElse(null));
        return view;
    }

    private Blame blame(Pair pair, Choice choice, Checked checked) {
        if (checked == null || checked.objections().isEmpty()) {
            return Blame.NONE;
        }
        Map<String, String> suggested = mapping.suggest(pair);
        List<Objection> before = mapping.build(pair, Choice.of(suggested)).objections();
        return Blame.of(pair, suggested, before, choice.steps(), checked.objections());
    }

    private ModelAndView page(String name, Actor actor) {
        ModelAndView view = new ModelAndView("processadmin/" + name);
        view.addObject("mayPlan", actor.holds(Role.PROCESS_ADMIN));
        view.addObject("mayBegin", actor.holds(Role.PROCESS_RELEASER));
        view.addObject("works", works(actor));
        view.addObject("place", AreaCode.CAPITAL);
        return view;
    }

    /** False for who only reads: what was moved, by whom and why. */
    private static boolean works(Actor actor) {
        return actor.holds(Role.PROCESS_ADMIN) || actor.holds(Role.PROCESS_RELEASER);
    }

    private Pair pair(String key, String source, String target) {
        int from = version(source);
        int to = version(target);
        if (from == to) {
            throw InvalidInput.at("target", "processadmin.migration.error.same");
        }
        return pairs.of(key, from, to);
    }

    private static String about(Pair pair) {
        return "plan.%s.%d.%d"
                .formatted(pair.from().key(), pair.from().number(), pair.to().number());
    }

    private static int version(String text) {
        if (text == null || !text.matches("\\d{1,6}")) {
            throw new NotFound("version of a process");
        }
        return Integer.parseInt(text);
    }

    private static long number(String id) {
        if (id.length() > KEY_DIGITS || !id.matches("\\d+")) {
            throw new NotFound("migration");
        }
        return Long.parseLong(id);
    }

    /** A deed with the name of whoever did it. */
    record Said(Deed deed, String by) {}
}
