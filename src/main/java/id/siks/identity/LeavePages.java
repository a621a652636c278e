package id.siks.identity;

import id.siks.identity.LeaveDesk.Asked;
import id.siks.identity.LeaveDesk.Leave;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import id.siks.platform.Page;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where one says that one will be away and who acts meanwhile. */
@Controller
@RequestMapping("/identity/leave")
class LeavePages {

    private static final String HERE = "/identity/leave";

    private final LeaveDesk desk;
    private final LeaveParties parties;
    private final Actors actors;
    private final OnceOnly once;

    LeavePages(LeaveDesk desk, LeaveParties parties, Actors actors, OnceOnly once) {
        this.desk = desk;
        this.parties = parties;
        this.actors = actors;
        this.once = once;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) String after, Actor actor) {
        return page(actor, after, new Asked("", "", "", ""), List.of());
    }

    @PostMapping
    ModelAndView enter(Asked asked, @RequestParam String key, Actor actor) {
        UUID deed = OnceOnly.key(key);
        try {
            once.once(deed, actor.accountId(), HERE, () -> desk.enter(asked, actor));
            return new ModelAndView("redirect:" + HERE);
        } catch (InvalidInput invalid) {
            ModelAndView again = page(actor, null, asked, invalid.errors());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    @PostMapping("/{leave}/end")
    String end(@PathVariable long leave, @RequestParam String key, Actor actor) {
        once.once(OnceOnly.key(key), actor.accountId(), HERE, () -> desk.end(leave, actor));
        return "redirect:" + HERE;
    }

    private ModelAndView page(Actor actor, String after, Asked asked, List<FieldError> errors) {
        boolean keeps = LeaveParties.keeps(actor);
        ModelAndView page = new ModelAndView("identity/leave");
        page.addObject("keeps", keeps);
        page.addObject("candidates", keeps ? List.of() : parties.candidates(actor));
        Page<Leave> leaves = desk.open(actor, after);
        page.addObject("leaves", lines(leaves.items(), actor));
        page.addObject("next", leaves.next());
        page.addObject("asked", asked);
        page.addObject("errors", errors);
        return page;
    }

    private List<Line> lines(List<Leave> leaves, Actor actor) {
        Map<Long, ZoneId> zones = desk.zones(leaves.stream().map(Leave::absent).toList());
        Map<Long, String> names = actors.namesOf(
                leaves.stream().flatMap(l -> Stream.of(l.absent(), l.deputy())).toList());
        return leaves.stream()
                .map(l -> new Line(
                        l.id(),
                        names.get(l.absent()),
                        names.get(l.deputy()),
                        LeaveDays.text(l.from(), zones.get(l.absent())),
                        LeaveDays.text(l.last(), zones.get(l.absent())),
                        l.furtherDays(zones.get(l.absent())),
                        l.deputy() != actor.accountId()))
                .toList();
    }

    /** One leave as it is read, with how many days follow the first; {@code mayEnd} is false for the deputy. */
    record Line(long id, String absent, String deputy, String first, String last, long further, boolean mayEnd) {}
}
