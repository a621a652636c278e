package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.OfficerDesk.Asked;
import id.siks.identity.OfficerRows.AssignmentRow;
import id.siks.identity.OfficerRows.Officer;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where whoever keeps the accounts enrols people and says what they are. */
@Controller
@RequestMapping(OfficerPages.HERE)
class OfficerPages {

    static final String HERE = "/identity/officers";

    private static final int PAGE = 50;
    private static final Asked NOTHING = new Asked("", "", "", "", null);

    private final OfficerDesk desk;
    private final OfficerRows rows;
    private final Actors actors;
    private final AccountVisitors words;
    private final Areas areas;
    private final OnceOnly once;

    OfficerPages(OfficerDesk desk, OfficerRows rows, Actors actors, AccountVisitors words, Areas areas, OnceOnly once) {
        this.desk = desk;
        this.rows = rows;
        this.actors = actors;
        this.words = words;
        this.areas = areas;
        this.once = once;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "0") long after,
            Actor keeper) {
        return list(new Filter(role, area.strip(), after), keeper, NOTHING, List.of());
    }

    @PostMapping
    ModelAndView enrol(Asked asked, @RequestParam String key, Actor keeper) {
        UUID deed = OnceOnly.key(key);
        try {
            return led(once.once(deed, keeper.accountId(), () -> path(desk.enrol(asked, keeper))));
        } catch (InvalidInput invalid) {
            return refused(list(new Filter("", "", 0), keeper, asked, invalid.errors()));
        }
    }

    @GetMapping("/{officer}")
    ModelAndView one(@PathVariable long officer, Actor keeper) {
        return card(officer, keeper, NOTHING, List.of());
    }

    @PostMapping("/{officer}/assignments")
    ModelAndView add(@PathVariable long officer, Asked asked, @RequestParam String key, Actor keeper) {
        return changed(officer, asked, key, keeper, () -> desk.add(officer, asked, keeper));
    }

    @PostMapping("/{officer}/assignments/{assignment}/end")
    ModelAndView end(
            @PathVariable long officer,
            @PathVariable long assignment,
            @RequestParam(defaultValue = "") String endReason,
            @RequestParam String key,
            Actor keeper) {
        return changed(
                officer,
                NOTHING,
                key,
                keeper,
                () -> desk.end(officer, assignment, endReason, keeper),
                Map.of("ending", assignment, "endReason", endReason));
    }

    @PostMapping("/{officer}/name")
    ModelAndView rename(@PathVariable long officer, Asked asked, @RequestParam String key, Actor keeper) {
        return changed(officer, asked, key, keeper, () -> desk.rename(officer, asked.name(), keeper));
    }

    @PostMapping("/{officer}/close")
    ModelAndView close(@PathVariable long officer, @RequestParam String key, Actor keeper) {
        return changed(officer, NOTHING, key, keeper, () -> desk.close(officer, keeper));
    }

    private ModelAndView changed(long officer, Asked asked, String key, Actor keeper, Runnable deed) {
        return changed(officer, asked, key, keeper, deed, Map.of());
    }

    /** {@code kept} is what else the page shows again when the deed is refused. */
    private ModelAndView changed(
            long officer, Asked asked, String key, Actor keeper, Runnable deed, Map<String, Object> kept) {
        try {
            once.once(OnceOnly.key(key), keeper.accountId(), path(officer), deed);
            return led(path(officer));
        } catch (InvalidInput invalid) {
            return refused(card(officer, keeper, asked, invalid.errors())).addAllObjects(kept);
        }
    }

    private ModelAndView list(Filter filter, Actor keeper, Asked asked, List<FieldError> errors) {
        List<Officer> found = filter.finds()
                ? rows.list(keeper, filter.role(), filter.prefix(), filter.after(), PAGE + 1)
                : List.of();
        List<Officer> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<Long, List<String>> assignments =
                rows.assignments(shown.stream().map(Officer::accountId).toList(), false).stream()
                        .collect(Collectors.groupingBy(
                                AssignmentRow::accountId,
                                Collectors.mapping(d -> words.assignmentName(d.held()), Collectors.toList())));
        ModelAndView page = page("identity/officers", asked, errors);
        page.addObject("filter", filter);
        page.addObject("officers", shown);
        page.addObject("assignments", assignments);
        page.addObject("more", found.size() > PAGE ? shown.get(PAGE - 1).accountId() : null);
        return page;
    }

    private ModelAndView card(long accountId, Actor keeper, Asked asked, List<FieldError> errors) {
        Officer officer = desk.get(accountId, keeper);
        ZoneId zone = areas.zoneOf(keeper.home());
        List<Line> lines = rows.assignments(List.of(accountId), true).stream()
                .map(assignment -> line(assignment, zone))
                .toList();
        ModelAndView page = page("identity/officer", asked, errors);
        page.addObject("officer", officer);
        page.addObject("own", accountId == keeper.accountId());
        page.addObject("held", lines.stream().filter(l -> l.ended() == null).toList());
        page.addObject("past", lines.stream().filter(l -> l.ended() != null).toList());
        return page;
    }

    private ModelAndView page(String view, Asked asked, List<FieldError> errors) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("roles", Arrays.asList(Role.values()));
        page.addObject("asked", asked);
        page.addObject("errors", errors);
        return page;
    }

    private Line line(AssignmentRow assignment, ZoneId zone) {
        return new Line(
                assignment.id(),
                words.assignmentName(assignment.held()),
                LeaveDays.text(assignment.granted(), zone),
                actors.nameOf(assignment.by()),
                assignment.ended() == null ? null : LeaveDays.text(assignment.ended(), zone),
                actors.nameOf(assignment.endedBy()),
                assignment.reason());
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static ModelAndView led(String path) {
        return new ModelAndView("redirect:" + path);
    }

    private static String path(long officer) {
        return HERE + "/" + officer;
    }

    /** What the list was asked for; {@code after} is the account the page before ended with. */
    record Filter(String role, String area, long after) {

        String prefix() {
            return area.replace(".", "");
        }

        /** False for what is no area; such a filter finds nobody. */
        boolean finds() {
            return area.isEmpty() || AreaCode.isShaped(prefix());
        }
    }

    /** One assignment as it is read; {@code ended} is null while it is held, {@code reason} also where none was asked for. */
    record Line(long id, String assignment, String granted, String by, String ended, String endedBy, String reason) {}
}
