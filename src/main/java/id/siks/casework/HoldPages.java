package id.siks.casework;

import id.siks.area.Areas;
import id.siks.casework.CaseHolds.HeldCase;
import id.siks.identity.Actor;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import id.siks.platform.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an auditor keeps cases from being erased, and lets them go again (requirement 24). */
@Controller
@RequestMapping("/casework/holds")
class HoldPages {

    private static final int A_PAGE = 50;

    private final CaseHolds holds;
    private final Areas areas;
    private final OnceOnly onceOnly;

    HoldPages(CaseHolds holds, Areas areas, OnceOnly onceOnly) {
        this.holds = holds;
        this.areas = areas;
        this.onceOnly = onceOnly;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "false") boolean lifted,
            @RequestParam(required = false) Long before,
            Actor actor) {
        Page<HeldCase> page = Page.of(holds.page(!lifted, before, A_PAGE + 1, actor), A_PAGE, held -> held.hold()
                .id());
        ModelAndView view = new ModelAndView("casework/holds");
        view.addObject("lifted", lifted);
        view.addObject("holds", page.items());
        view.addObject("next", page.next());
        return filled(view, null, List.of());
    }

    @PostMapping
    ModelAndView place(PlaceForm form, Actor actor) {
        UUID key = OnceOnly.key(form.key());
        try {
            return to(onceOnly.once(key, actor.accountId(), () -> {
                holds.place(form.number(), form.reason(), actor);
                return "/casework/holds";
            }));
        } catch (InvalidInput invalid) {
            ModelAndView view = list(false, null, actor);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return filled(view, form, invalid.errors());
        }
    }

    @GetMapping("/{hold}")
    ModelAndView one(@PathVariable long hold, Actor actor) {
        return lifting(holds.find(hold, actor), null, List.of());
    }

    @PostMapping("/{hold}/lift")
    ModelAndView lift(@PathVariable long hold, LiftForm form, Actor actor) {
        HeldCase held = holds.find(hold, actor);
        UUID key = OnceOnly.key(form.key());
        try {
            return to(onceOnly.once(key, actor.accountId(), () -> {
                holds.lift(hold, form.liftReason(), actor);
                return "/casework/holds?lifted=true";
            }));
        } catch (InvalidInput invalid) {
            ModelAndView view = lifting(held, form, invalid.errors());
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        }
    }

    private ModelAndView lifting(HeldCase held, LiftForm form, List<FieldError> errors) {
        ModelAndView view = new ModelAndView("casework/hold");
        view.addObject("held", held);
        return filled(view, form, errors);
    }

    private ModelAndView filled(ModelAndView view, Object form, List<FieldError> errors) {
        view.addObject("form", form);
        view.addObject("errors", errors);
        view.addObject("areas", areas);
        return view;
    }

    private static ModelAndView to(String path) {
        return new ModelAndView("redirect:" + path);
    }

    /** Which case to hold, and why. */
    record PlaceForm(String number, String reason, String key) {}

    /** Why a hold is lifted. */
    record LiftForm(String liftReason, String key) {}
}
