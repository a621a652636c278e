package id.siks.processadmin.run;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.processadmin.run.VersionPicture.Drawn;
import id.siks.processadmin.run.VersionPicture.Step;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The processes with their versions, and one version with what waits in it. */
@Controller
@RequestMapping("/processadmin/processes")
class VersionPages {

    private static final int MOST = 50;
    private static final String REF = "ref";

    private final Versions versions;
    private final VersionPicture pictures;
    private final VersionStops stops;
    private final CasePaths cases;
    private final Jobs jobs;
    private final DeedBook deeds;

    VersionPages(
            Versions versions,
            VersionPicture pictures,
            VersionStops stops,
            CasePaths cases,
            Jobs jobs,
            DeedBook deeds) {
        this.versions = versions;
        this.pictures = pictures;
        this.stops = stops;
        this.cases = cases;
        this.jobs = jobs;
        this.deeds = deeds;
    }

    @GetMapping
    ModelAndView all(@RequestParam(required = false) String ref) {
        if (ref == null || ref.isBlank()) {
            return list(ref, List.of());
        }
        String asked = ref.strip().toUpperCase(Locale.ROOT);
        if (!CaseRef.isShaped(asked)) {
            return list(ref, List.of(FieldError.of(REF, "processadmin.run.error.ref")));
        }
        return cases.knows(asked)
                ? new ModelAndView("redirect:/processadmin/cases/" + asked)
                : list(ref, List.of(FieldError.of(REF, "processadmin.run.error.no-case")));
    }

    @GetMapping("/{key}/{version}")
    ModelAndView one(
            @PathVariable String key,
            @PathVariable String version,
            @RequestParam(required = false) String step,
            Actor actor) {
        return page(versions.get(key, number(version)), step, actor, List.of(), "");
    }

    @PostMapping("/{key}/{version}/suspend")
    ModelAndView suspend(
            @PathVariable String key,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") String cases,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        int number = number(version);
        return done(key, number, reason, actor, () -> stops.suspend(key, number, "true".equals(cases), reason, actor));
    }

    @PostMapping("/{key}/{version}/activate")
    ModelAndView activate(
            @PathVariable String key,
            @PathVariable String version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        int number = number(version);
        return done(key, number, reason, actor, () -> stops.activate(key, number, reason, actor));
    }

    private ModelAndView done(String key, int number, String reason, Actor actor, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView("redirect:/processadmin/processes/" + key + "/" + number);
        } catch (InvalidInput invalid) {
            ModelAndView view = page(versions.get(key, number), null, actor, invalid.errors(), reason);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        }
    }

    private ModelAndView list(String ref, List<FieldError> errors) {
        ModelAndView view = new ModelAndView("processadmin/processes");
        view.addObject("processes", versions.all());
        view.addObject("queue", jobs.depth());
        view.addObject(REF, ref);
        view.addObject("errors", errors);
        view.addObject("place", AreaCode.CAPITAL);
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return view;
    }

    private ModelAndView page(Version version, String step, Actor actor, List<FieldError> errors, String reason) {
        ModelAndView view = new ModelAndView("processadmin/version");
        Drawn drawn = pictures.of(version);
        view.addObject("version", version);
        view.addObject("drawn", drawn);
        Step shown = drawn.steps().stream()
                .filter(s -> s.id().equals(step))
                .findFirst()
                .orElse(null);
        view.addObject("shown", shown);
        view.addObject("cases", shown == null ? List.of() : versions.waitingAt(version.id(), shown.id(), MOST));
        view.addObject("deeds", deeds.of(version.about()));
        view.addObject("mayStop", actor.holds(Role.PROCESS_ADMIN));
        view.addObject("errors", errors);
        view.addObject("reason", reason);
        view.addObject("place", AreaCode.CAPITAL);
        return view;
    }

    private static int number(String version) {
        if (!version.matches("\\d{1,6}")) {
            throw new NotFound("version of a process");
        }
        return Integer.parseInt(version);
    }
}
