package id.siks.finalization.web;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.finalization.Cadence;
import id.siks.finalization.Periods;
import id.siks.finalization.model.CalendarOutlook;
import id.siks.finalization.model.Calendars;
import id.siks.finalization.model.Calendars.Choice;
import id.siks.finalization.model.Calendars.Followed;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Which calendar a regency follows and how often it sends a batch. Whoever sees the whole regency reads it; its office
 * head chooses another, after the page has shown what that does to the dates.
 */
@Controller
@RequestMapping("/finalization/calendar/{regency}")
class PeriodCalendarPages {

    private final Periods periods;
    private final Calendars calendars;
    private final CalendarOutlook outlook;
    private final Areas areas;
    private final Actors actors;
    private final OnceOnly onceOnly;

    PeriodCalendarPages(
            Periods periods,
            Calendars calendars,
            CalendarOutlook outlook,
            Areas areas,
            Actors actors,
            OnceOnly onceOnly) {
        this.periods = periods;
        this.calendars = calendars;
        this.outlook = outlook;
        this.areas = areas;
        this.actors = actors;
        this.onceOnly = onceOnly;
    }

    /** With a calendar and a cadence chosen, the page shows what they would do. */
    @GetMapping
    ModelAndView show(@PathVariable String regency, ChoiceForm form, Actor actor) {
        return draw(regency(regency, actor), form, List.of(), actor);
    }

    @PostMapping
    ModelAndView choose(@PathVariable String regency, ChoiceForm form, Actor actor) {
        AreaCode code = regency(regency, actor);
        try {
            String path = onceOnly.once(OnceOnly.key(form.key()), actor.accountId(), () -> {
                if (form.seen() == null) {
                    throw InvalidInput.at("seen", "platform.request-key");
                }
                periods.follow(code, chosen(form), form.seen(), form.sentence(), actor);
                return "/finalization/calendar/" + code;
            });
            return new ModelAndView("redirect:" + path);
        } catch (InvalidInput invalid) {
            ModelAndView view = draw(code, form, invalid.errors(), actor);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            // It stays about what its reader saw.
            return view.addObject("seen", form.seen());
        } catch (Conflict conflict) {
            ModelAndView view = draw(code, form, List.of(), actor);
            view.setStatus(HttpStatus.CONFLICT);
            return view.addObject("refusal", conflict.reason());
        }
    }

    private ModelAndView draw(AreaCode code, ChoiceForm form, List<FieldError> errors, Actor actor) {
        Followed now = calendars.followed(code);
        Followed asked = isChoice(form) ? chosen(form) : null;
        ModelAndView view = new ModelAndView("finalization/calendar");
        view.addObject("regency", areas.get(code));
        view.addObject("now", now);
        view.addObject("kept", outlook.kept(code));
        view.addObject("ahead", outlook.ahead(code, now));
        view.addObject("asked", asked);
        view.addObject("wouldBe", asked == null || asked.equals(now) ? List.of() : outlook.ahead(code, asked));
        view.addObject("calendars", calendars.codes());
        view.addObject("cadences", Cadence.values());
        view.addObject(
                "choices", calendars.choices(code).stream().map(this::said).toList());
        view.addObject("seen", seen(code));
        view.addObject("mayChoose", actor.holds(Role.REGENCY_OFFICE_HEAD, code));
        view.addObject("form", form);
        view.addObject("errors", errors);
        return view;
    }

    private Said said(Choice choice) {
        return new Said(choice, actors.nameOf(choice.by()));
    }

    /** Number of the latest choice, so that nobody overrules one he did not see. */
    private Long seen(AreaCode code) {
        return calendars.choices(code).stream().findFirst().map(Choice::id).orElse(0L);
    }

    private AreaCode regency(String text, Actor actor) {
        if (!AreaCode.isShaped(text) || new AreaCode(text).level() != AreaLevel.REGENCY) {
            throw new NotFound("regency " + text);
        }
        AreaCode code = areas.get(new AreaCode(text)).code();
        if (actor.caseScopes().stream().noneMatch(scope -> scope.covers(code))) {
            throw new NotFound("calendar of " + code + " for account " + actor.id());
        }
        return code;
    }

    private boolean isChoice(ChoiceForm form) {
        return calendars.codes().contains(form.calendar()) && cadence(form) != null;
    }

    private Followed chosen(ChoiceForm form) {
        if (!calendars.codes().contains(form.calendar())) {
            throw InvalidInput.at("calendar", "finalization.error.calendar-unknown");
        }
        if (cadence(form) == null) {
            throw InvalidInput.at("cadence", "finalization.error.cadence-unknown");
        }
        return new Followed(form.calendar(), cadence(form));
    }

    private static Cadence cadence(ChoiceForm form) {
        return Arrays.stream(Cadence.values())
                .filter(cadence -> cadence.name().equals(form.cadence()))
                .findFirst()
                .orElse(null);
    }

    /** What the office head chooses and why; {@code seen} is the number of the choice his page showed as the latest. */
    record ChoiceForm(String calendar, String cadence, String sentence, String key, Long seen) {}

    /** A choice with the name of whoever made it. */
    record Said(Choice choice, String name) {}
}
