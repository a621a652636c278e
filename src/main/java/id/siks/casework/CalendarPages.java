package id.siks.casework;

import id.siks.area.Areas;
import id.siks.casework.CalendarInput.HolidayForm;
import id.siks.casework.CalendarInput.StopForm;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where an administrator keeps the calendar. A change is saved only after the page has told what it does to open tasks:
 * the form carries for which change it did.
 */
@Controller
@RequestMapping("/casework/calendar")
class CalendarPages {

    private static final int CHANGES = 20;
    private static final int KEY_DIGITS = 18;

    private final CalendarDesk desk;
    private final CalendarRows rows;
    private final CalendarFollows follows;
    private final CalendarFollower follower;
    private final CalendarInput input;
    private final WorkCalendars calendars;
    private final Areas areas;
    private final Actors actors;
    private final OnceOnly onceOnly;
    private final BusinessTime time;

    CalendarPages(
            CalendarDesk desk,
            CalendarRows rows,
            CalendarFollows follows,
            CalendarFollower follower,
            CalendarInput input,
            WorkCalendars calendars,
            Areas areas,
            Actors actors,
            OnceOnly onceOnly,
            BusinessTime time) {
        this.desk = desk;
        this.rows = rows;
        this.follows = follows;
        this.follower = follower;
        this.input = input;
        this.calendars = calendars;
        this.areas = areas;
        this.actors = actors;
        this.onceOnly = onceOnly;
        this.time = time;
    }

    @GetMapping
    ModelAndView year(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String change) {
        List<Holiday> all = rows.holidays();
        int last = Math.max(
                time.today(WorkCalendars.CAPITAL).getYear() + 1,
                all.isEmpty() ? 0 : all.get(all.size() - 1).day().getYear());
        int shown = year.matches("2\\d{3}")
                ? Integer.parseInt(year)
                : time.today(WorkCalendars.CAPITAL).getYear();
        ModelAndView view = page("casework/calendar");
        view.addObject("year", shown);
        view.addObject("first", CalendarInput.FIRST_YEAR);
        view.addObject("last", last);
        view.addObject(
                "holidays", all.stream().filter(h -> h.day().getYear() == shown).toList());
        List<OfficeWeek> weeks =
                rows.weeks().stream().filter(w -> w.isOf(shown)).toList();
        view.addObject("weeks", weeks);
        view.addObject("seasonal", weeks.stream().anyMatch(OfficeWeek::isSeasonal));
        view.addObject("stops", rows.stops());
        view.addObject("changes", rows.changes(CHANGES).stream().map(this::said).toList());
        view.addObject("following", follows.following());
        view.addObject("change", isNumber(change) ? change : "");
        view.addObject(
                "saved",
                isNumber(change) ? follows.progress(Long.parseLong(change)).orElse(null) : null);
        return view;
    }

    @GetMapping("/holiday")
    ModelAndView holiday(@RequestParam(defaultValue = "") String id) {
        if (id.isEmpty()) {
            return form("holiday", new HolidayForm("", "", "", "NATIONAL", "", "", null, null, null), List.of());
        }
        Holiday h = desk.holiday(number(id));
        HolidayForm form = new HolidayForm(
                id, h.day().toString(), h.area(), h.kind().name(), h.name(), h.source(), null, null, null);
        return form("holiday", form, List.of());
    }

    @PostMapping("/holiday")
    ModelAndView holiday(HolidayForm form, Actor actor) {
        Holiday was = blank(form.id()) ? null : desk.holiday(number(form.id()));
        return change(errors -> form("holiday", form, errors), form.shown(), form.key(), actor, () -> {
            if (was != null && "true".equals(form.remove())) {
                return CalendarEdit.of(was, null);
            }
            return CalendarEdit.of(was, input.holiday(was == null ? 0 : was.id(), form));
        });
    }

    @GetMapping("/stop")
    ModelAndView stop(@RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "") String lift) {
        if (id.isEmpty()) {
            String now = wall(time.now(), "");
            return form("stop", new StopForm("", "", now, "", "", null, null, null), List.of());
        }
        ClockStop s = desk.stop(number(id));
        Instant until = "true".equals(lift) ? time.now() : s.until();
        String end = until == null ? "" : wall(until, s.area());
        StopForm form = new StopForm(id, s.area(), wall(s.from(), s.area()), end, s.reason(), null, null, null);
        return form("stop", form, List.of());
    }

    @PostMapping("/stop")
    ModelAndView stop(StopForm form, Actor actor) {
        ClockStop was = blank(form.id()) ? null : desk.stop(number(form.id()));
        return change(errors -> form("stop", form, errors), form.shown(), form.key(), actor, () -> {
            if (was != null && "true".equals(form.remove())) {
                return CalendarEdit.of(was, null);
            }
            return CalendarEdit.of(was, input.stop(was, form, actor));
        });
    }

    /** A week of opening hours; a new one begins with the hours of the week {@code like}. */
    @GetMapping("/hours")
    ModelAndView hours(@RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "") String like) {
        if (!id.isEmpty()) {
            OfficeWeek week = desk.week(number(id));
            return hours(HoursForm.of(week), week, List.of());
        }
        return hours(HoursForm.like(like.isEmpty() ? null : desk.week(number(like))), null, List.of());
    }

    @PostMapping("/hours")
    ModelAndView hours(@RequestParam Map<String, String> sent, Actor actor) {
        HoursForm form = new HoursForm(sent);
        OfficeWeek was = blank(form.id()) ? null : desk.week(number(form.id()));
        return change(errors -> hours(form, was, errors), form.shown(), form.key(), actor, () -> {
            if (was != null && "true".equals(form.remove())) {
                return CalendarEdit.of(was, null);
            }
            return CalendarEdit.of(was, input.week(was == null ? 0 : was.id(), form));
        });
    }

    private ModelAndView hours(HoursForm form, OfficeWeek was, List<FieldError> errors) {
        ModelAndView view = form("hours", form, errors);
        view.addObject("weekdays", DayOfWeek.values());
        view.addObject("removable", was != null && !was.isLast());
        return view;
    }

    private ModelAndView change(
            Function<List<FieldError>, ModelAndView> page,
            String shown,
            String key,
            Actor actor,
            Supplier<CalendarEdit> reading) {
        try {
            CalendarEdit edit = reading.get();
            if (!edit.inWords().equals(shown)) {
                ModelAndView view = page.apply(List.of());
                view.addObject("edit", edit);
                view.addObject("effect", desk.effect(edit));
                return view;
            }
            return saved(edit, OnceOnly.key(key), actor);
        } catch (InvalidInput invalid) {
            ModelAndView view = page.apply(invalid.errors());
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        }
    }

    private ModelAndView saved(CalendarEdit edit, UUID key, Actor actor) {
        AtomicReference<Long> change = new AtomicReference<>();
        String path = onceOnly.once(key, actor.accountId(), () -> {
            change.set(desk.save(edit, actor));
            return "/casework/calendar?year=" + edit.year() + "&change=" + change;
        });
        if (change.get() != null) {
            follower.atOnce(change.get());
        }
        return new ModelAndView("redirect:" + path);
    }

    private ModelAndView form(String what, Object form, List<FieldError> errors) {
        ModelAndView view = page("casework/calendar-" + what);
        view.addObject("form", form);
        view.addObject("errors", errors);
        view.addObject("kinds", Holiday.Kind.values());
        return view;
    }

    private ModelAndView page(String name) {
        ModelAndView view = new ModelAndView(name);
        view.addObject("places", new Places(areas));
        return view;
    }

    private Said said(CalendarChange change) {
        return new Said(change, change.by() == null ? null : actors.nameOf(change.by()));
    }

    private String wall(Instant moment, String area) {
        return LocalDateTime.ofInstant(moment, calendars.zone(area))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static long number(String id) {
        if (!isNumber(id)) {
            throw new NotFound("calendar row");
        }
        return Long.parseLong(id);
    }

    private static boolean isNumber(String text) {
        return text.length() <= KEY_DIGITS && text.matches("\\d+");
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** A change with the name of who made it, null for the system. */
    record Said(CalendarChange change, String by) {}
}
