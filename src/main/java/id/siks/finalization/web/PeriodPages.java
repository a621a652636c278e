package id.siks.finalization.web;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.VillageLists;
import id.siks.finalization.model.Acknowledgements;
import id.siks.finalization.model.PeriodBook;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Message;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Page;
import id.siks.platform.Refused;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The periods of somebody's regencies, and the moving of their dates. */
@Controller
@RequestMapping("/finalization")
class PeriodPages {

    private static final int A_PAGE = 50;

    private final PeriodDesk desk;
    private final PeriodPage page;
    private final PeriodBook book;
    private final Periods periods;
    private final VillageLists villageLists;
    private final Acknowledgements acknowledgements;
    private final Areas areas;
    private final OnceOnly onceOnly;
    private final BusinessTime time;

    PeriodPages(
            PeriodDesk desk,
            PeriodPage page,
            PeriodBook book,
            Periods periods,
            VillageLists villageLists,
            Acknowledgements acknowledgements,
            Areas areas,
            OnceOnly onceOnly,
            BusinessTime time) {
        this.desk = desk;
        this.page = page;
        this.book = book;
        this.periods = periods;
        this.villageLists = villageLists;
        this.acknowledgements = acknowledgements;
        this.areas = areas;
        this.onceOnly = onceOnly;
        this.time = time;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) String after, Actor actor) {
        Page<PeriodView> page =
                Page.of(book.list(PeriodDesk.regencies(actor), after, A_PAGE + 1), A_PAGE, PeriodPages::mark);
        ModelAndView view = new ModelAndView("finalization/list");
        view.addObject("periods", page.items());
        view.addObject("areas", areas);
        view.addObject("unnoted", unnoted(page.items(), actor));
        view.addObject("next", page.next());
        view.addObject("plannable", plannable(actor));
        view.addObject("own", own(actor));
        return view;
    }

    /** The first period of a regency; the later ones plan themselves. */
    @PostMapping
    String plan(@RequestParam String regency, @RequestParam String key, Actor actor) {
        Area asked = plannable(actor).stream()
                .filter(area -> area.code().value().equals(regency))
                .findFirst()
                .orElseThrow(() -> new NotFound("regency to plan"));
        YearMonth month = YearMonth.from(time.today(areas.zoneOf(asked.code())));
        return "redirect:"
                + onceOnly.once(
                        OnceOnly.key(key),
                        actor.accountId(),
                        () -> "/finalization/"
                                + periods.plan(asked.code(), month).ref());
    }

    @GetMapping("/{ref}")
    ModelAndView show(
            @PathVariable String ref,
            @RequestParam(required = false) String village,
            @RequestParam(defaultValue = "false") boolean outliers,
            @RequestParam(required = false) String after,
            Actor actor) {
        return page.draw(desk.read(ref, actor), new PeriodPage.Asked(village, outliers, after), actor);
    }

    @PostMapping("/{ref}/cutoff")
    ModelAndView move(@PathVariable String ref, MoveForm form, Actor actor, RedirectAttributes next) {
        PeriodView period = desk.read(ref, actor);
        if (!actor.holds(Role.REGENCY_OFFICE_HEAD, period.regency())) {
            throw new NotFound("period to move " + ref);
        }
        try {
            String path = onceOnly.once(OnceOnly.key(form.key()), actor.accountId(), () -> {
                periods.moveCutoff(
                        period.ref(), form.version(), milestone(form), at(form, period), form.sentence(), actor);
                return "/finalization/" + period.ref();
            });
            next.addFlashAttribute("moved", true);
            return new ModelAndView("redirect:" + path);
        } catch (InvalidInput invalid) {
            return again(period, form, invalid.errors(), null, HttpStatus.UNPROCESSABLE_ENTITY, actor);
        } catch (Refused refused) {
            return again(period, form, List.of(), refused.reason(), HttpStatus.UNPROCESSABLE_ENTITY, actor);
        } catch (Conflict conflict) {
            PeriodView now = desk.read(ref, actor);
            return again(now, form.seeing(now), List.of(), conflict.reason(), HttpStatus.CONFLICT, actor);
        }
    }

    /** The head of the district takes note of the closed list of one of his villages; twice says the same. */
    @PostMapping("/{ref}/acknowledgements")
    String acknowledge(@PathVariable String ref, @RequestParam(defaultValue = "") String village, Actor actor) {
        PeriodView period = desk.read(ref, actor);
        if (!AreaCode.isShaped(village)) {
            throw new NotFound("village to take note of");
        }
        villageLists.acknowledge(period.ref(), new AreaCode(village), actor);
        return "redirect:/finalization/" + period.ref() + "#villages";
    }

    private ModelAndView again(
            PeriodView period,
            MoveForm form,
            List<FieldError> errors,
            Message refusal,
            HttpStatus status,
            Actor actor) {
        ModelAndView view = page.draw(period, PeriodPage.Asked.NOTHING, actor);
        view.setStatus(status);
        view.addObject("errors", errors);
        view.addObject("refusal", refusal);
        view.addObject("move", form);
        return view;
    }

    private static Milestone milestone(MoveForm form) {
        for (Milestone milestone : Milestone.values()) {
            if (milestone.name().equals(form.milestone())) {
                return milestone;
            }
        }
        throw InvalidInput.at("milestone", "finalization.error.milestone");
    }

    private Instant at(MoveForm form, PeriodView period) {
        if (form.now() != null) {
            return time.now();
        }
        try {
            return LocalDateTime.parse(form.at() == null ? "" : form.at())
                    .atZone(period.zone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw InvalidInput.at("at", "finalization.error.at");
        }
    }

    /** Closed lists a head of a district has not taken note of yet, by period; none for others. */
    private Map<CaseRef, Integer> unnoted(List<PeriodView> shown, Actor actor) {
        List<String> districts =
                actor.scopes(Role.DISTRICT_HEAD).stream().map(Scope::prefix).toList();
        return districts.isEmpty()
                ? Map.of()
                : acknowledgements.waiting(shown.stream().map(PeriodView::ref).toList(), districts);
    }

    /** Regencies of an office head that have no period yet. */
    private List<Area> plannable(Actor actor) {
        return own(actor).stream()
                .filter(area -> periods.currentFor(area.code()).isEmpty())
                .toList();
    }

    /** Regencies somebody is the office head of. */
    private List<Area> own(Actor actor) {
        return actor.scopes(Role.REGENCY_OFFICE_HEAD).stream()
                .map(Scope::area)
                .filter(Objects::nonNull)
                .map(areas::get)
                .toList();
    }

    private static String mark(PeriodView period) {
        return period.month() + "/" + period.regency();
    }

    /** The form that moves a date; {@code now} is there when it is to happen at once. */
    record MoveForm(String milestone, String at, String now, String sentence, String key, Long version) {

        /** The same by somebody who has been told that the period is another one by now. */
        MoveForm seeing(PeriodView period) {
            return new MoveForm(milestone, at, now, sentence, key, period.version());
        }
    }
}
