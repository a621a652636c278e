package id.siks.processadmin.run;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Page;
import id.siks.processadmin.run.Incidents.Told;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Failed steps, in plain words, with another try for one or many and somebody who looks after each. */
@Controller
@RequestMapping("/processadmin/incidents")
class IncidentPages {

    private static final String HERE = "redirect:/processadmin/incidents";

    private final Incidents incidents;

    IncidentPages(Incidents incidents) {
        this.incidents = incidents;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) String after, Actor actor) {
        return page(after, actor, List.of());
    }

    @PostMapping("/retry")
    ModelAndView retry(
            @RequestParam(name = "incident", required = false) List<String> picked,
            @RequestParam(required = false) String alike,
            Actor actor,
            RedirectAttributes flash) {
        try {
            int retried = alike == null
                    ? incidents.retry(picked == null ? List.of() : picked, actor)
                    : incidents.retryAlike(alike, actor);
            flash.addFlashAttribute("retried", retried);
            return new ModelAndView(HERE);
        } catch (InvalidInput invalid) {
            return refused(actor, invalid);
        }
    }

    @PostMapping("/{incident}/owner")
    ModelAndView assign(@PathVariable String incident, @RequestParam(defaultValue = "") String owner, Actor actor) {
        try {
            incidents.assign(incident, owner, actor);
            return new ModelAndView(HERE);
        } catch (InvalidInput invalid) {
            return refused(actor, invalid);
        }
    }

    private ModelAndView refused(Actor actor, InvalidInput invalid) {
        ModelAndView view = page(null, actor, invalid.errors());
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private ModelAndView page(String after, Actor actor, List<FieldError> errors) {
        ModelAndView view = new ModelAndView("processadmin/incidents");
        Page<Told> page = incidents.page(after);
        view.addObject("incidents", page.items());
        view.addObject("next", page.next());
        view.addObject("count", incidents.count());
        view.addObject("owners", incidents.owners());
        view.addObject("mayAct", actor.holds(Role.PROCESS_ADMIN));
        view.addObject("errors", errors);
        view.addObject("place", AreaCode.CAPITAL);
        return view;
    }
}
