package id.siks.identity;

import id.siks.identity.LeaveDesk.Asked;
import id.siks.identity.LeaveDesk.Leave;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import java.time.ZoneId;
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
    ModelAndView show(Actor actor) {
        return page(actor, new Asked("", "", "", ""), List.of());
    }

    @PostMapping
    ModelAndView enter(Asked asked, @RequestParam String key, Actor actor) {
        UUID deed = OnceOnly.key(key);
        try {
            once.once(deed, actor.accountId(), HERE, () -> desk.enter(asked, actor));
            return new ModelAndView("redirect:" + HERE);
        } catch (InvalidInput invalid) {
            ModelAndView again = page(actor, asked, invalid.errors());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    @PostMapping("/{leave}/end")
    String end(@PathVariable long leave, @RequestParam String key, Actor actor) {
        once.once(OnceOnly.key(key), actor.accountId(), HERE, () -> desk.end(leave, actor));
        return "redirect:" + HERE;
    }

    private ModelAndView page(Actor actor, Asked asked, List<FieldError> errors) {
        boolean keeps = LeaveParties.keeps(actor);
        ModelAndView page = new ModelAndView("identity/leave");
        page.addObject("keeps", keeps);
        page.addObject("candidates", keeps ? List.of() : parties.candidates(actor));
        page.addObject(
                "leaves", desk.open(actor).stream().map(l -> line(l, actor)).toList());
        page.addObject("asked", asked);
        page.addObject("errors", errors);
        return page;
    }

    private Line line(Leave leave, Actor actor) {
        ZoneId zone = desk.zone(leave.absent());
        return new Line(
                leave.id(),
                actors.nameOf(leave.absent()),
                actors.nameOf(leave.deputy()),
                LeaveDays.text(leave.from(), zone),
                LeaveDays.text(leave.until().minusSeconds(1), zone),
                leave.deputy() != actor.accountId());
    }

    /** One leave as it is read; {@code mayEnd} is false for the deputy. */
    record Line(long id, String absent, String deputy, String first, String last, boolean mayEnd) {}
}
