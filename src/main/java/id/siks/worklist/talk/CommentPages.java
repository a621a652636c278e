package id.siks.worklist.talk;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseSummary;
import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
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

/** The comments on one case. */
@Controller
@RequestMapping("/worklist/cases/{number}")
class CommentPages {

    private final CaseTalk talk;
    private final Areas areas;
    private final OnceOnly once;

    CommentPages(CaseTalk talk, Areas areas, OnceOnly once) {
        this.talk = talk;
        this.areas = areas;
        this.once = once;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String number,
            @RequestParam(required = false) String area,
            @RequestParam(required = false) String before,
            Actor actor) {
        return page(talk.open(number, actor), area, before, "", actor);
    }

    @PostMapping
    ModelAndView say(
            @PathVariable String number,
            @RequestParam(required = false) String area,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String comment,
            Actor actor) {
        CaseSummary summary = talk.open(number, actor);
        AreaCode about = talk.about(summary, area, actor);
        UUID deed = OnceOnly.key(key);
        try {
            String here = "/worklist/cases/" + summary.ref();
            once.once(deed, actor.accountId(), here, () -> talk.say(summary, about, comment, actor));
            return new ModelAndView("redirect:" + here + (about == null ? "" : "?area=" + about) + "#last");
        } catch (InvalidInput invalid) {
            ModelAndView again = page(summary, area, null, comment, actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            again.addObject("errors", invalid.errors());
            return again;
        }
    }

    private ModelAndView page(CaseSummary summary, String area, String before, String words, Actor actor) {
        AreaCode about = talk.about(summary, area, actor);
        boolean asked = area != null && !area.isEmpty();
        ModelAndView page = new ModelAndView("worklist/comments");
        page.addObject("summary", summary);
        page.addObject("about", about);
        page.addObject("narrow", asked ? about : null);
        page.addObject("earlier", before != null);
        page.addObject("place", about == null ? null : areas.path(about));
        page.addObject("comments", talk.of(summary.ref(), asked ? about : null, actor, before));
        page.addObject("callable", talk.callable(summary, about, actor));
        page.addObject("mayWrite", CaseTalk.mayWrite(actor));
        page.addObject("longest", CaseTalk.LONGEST);
        page.addObject("words", words);
        page.addObject("errors", List.of());
        return page;
    }
}
