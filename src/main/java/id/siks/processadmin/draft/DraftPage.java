package id.siks.processadmin.draft;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.web.PageStyles;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One draft with its editor and its history. */
@Controller
@RequestMapping("/processadmin/drafts/{draft}")
class DraftPage {

    private final Drafts drafts;
    private final Models models;
    private final Overtakings overtakings;
    private final Declines declines;
    private final Actors actors;
    private final ModelCheck check;
    private final MessageSource messages;

    DraftPage(
            Drafts drafts,
            Models models,
            Overtakings overtakings,
            Declines declines,
            Actors actors,
            ModelCheck check,
            MessageSource messages) {
        this.drafts = drafts;
        this.models = models;
        this.overtakings = overtakings;
        this.declines = declines;
        this.actors = actors;
        this.check = check;
        this.messages = messages;
    }

    /** The editor, or an earlier revision to look at. */
    @GetMapping
    @PageStyles
    ModelAndView page(@PathVariable long draft, @RequestParam(defaultValue = "") String revision, Actor actor) {
        return page(drafts.find(draft), revision, actor, List.of());
    }

    /** What the check says of the last save, as a part of the page. */
    @GetMapping("/findings")
    ModelAndView findings(@PathVariable long draft, Actor actor) {
        Draft found = drafts.find(draft);
        ModelAndView view = new ModelAndView("processadmin/draft :: findings");
        view.addObject("draft", found);
        view.addObject("strips", actor.holds(Role.PROCESS_ADMIN) && found.isOpen());
        view.addObject("report", report(found, found.content()));
        return view;
    }

    /** The saves, as a part of the page. */
    @GetMapping("/history")
    ModelAndView history(@PathVariable long draft, Actor actor) {
        ModelAndView view = new ModelAndView("processadmin/draft :: history");
        history(view, drafts.find(draft), actor);
        return view;
    }

    private void history(ModelAndView view, Draft draft, Actor actor) {
        List<DraftRevision> saves = drafts.revisions(draft.id());
        Map<Long, String> authors =
                actors.namesOf(saves.stream().map(DraftRevision::by).toList());
        view.addObject("draft", draft);
        view.addObject("draws", actor.holds(Role.PROCESS_ADMIN));
        view.addObject("clock", AreaCode.CAPITAL);
        view.addObject(
                "revisions",
                saves.stream().map(r -> new Said(r, authors.get(r.by()))).toList());
    }

    private Report report(Draft draft, String content) {
        return check.check(draft.kind(), draft.key(), content);
    }

    @PostMapping("/restore")
    @PageStyles
    ModelAndView restore(
            @PathVariable long draft,
            @RequestParam(defaultValue = "") String revision,
            @RequestParam(defaultValue = "") String seen,
            Actor actor) {
        int number = Revisions.number(revision).orElseThrow(() -> new NotFound("revision"));
        String note = messages.getMessage(
                "processadmin.draft.note.restored", new Object[] {number}, LocaleContextHolder.getLocale());
        return answered(draft, actor, () -> drafts.restore(draft, number, Revisions.seen(seen), note, actor));
    }

    /** Takes out what belongs to another vendor; the release check is asked as ever afterwards. */
    @PostMapping("/strip")
    @PageStyles
    ModelAndView strip(@PathVariable long draft, @RequestParam(defaultValue = "") String seen, Actor actor) {
        String note = messages.getMessage("processadmin.draft.note.stripped", null, LocaleContextHolder.getLocale());
        return answered(draft, actor, () -> drafts.strip(draft, Revisions.seen(seen), note, actor));
    }

    @PostMapping("/drop")
    @PageStyles
    ModelAndView drop(
            @PathVariable long draft,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            Actor actor) {
        return answered(draft, actor, () -> drafts.drop(draft, Revisions.seen(seen), reason, actor));
    }

    private ModelAndView answered(long id, Actor actor, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView("redirect:" + DraftPages.address(id));
        } catch (InvalidInput invalid) {
            return refused(id, actor, HttpStatus.UNPROCESSABLE_ENTITY, invalid.errors());
        } catch (Conflict conflict) {
            return refused(id, actor, HttpStatus.CONFLICT, List.of(new FieldError("seen", conflict.reason())));
        }
    }

    private ModelAndView refused(long id, Actor actor, HttpStatus status, List<FieldError> errors) {
        ModelAndView view = page(drafts.find(id), "", actor, errors);
        view.setStatus(status);
        return view;
    }

    private ModelAndView page(Draft draft, String revision, Actor actor, List<FieldError> errors) {
        Optional<Integer> earlier = Revisions.number(revision).filter(r -> r != draft.revision());
        String content = earlier.map(r -> drafts.content(draft.id(), r)).orElse(draft.content());
        boolean draws = actor.holds(Role.PROCESS_ADMIN);
        ModelAndView view = new ModelAndView("processadmin/draft");
        history(view, draft, actor);
        view.addObject(
                "title",
                models.find(draft.kind(), draft.key()).map(Model::title).orElse(draft.key()));
        view.addObject("shown", earlier.orElse(draft.revision()));
        view.addObject("editable", draws && draft.isOpen() && earlier.isEmpty());
        view.addObject("strips", draws && draft.isOpen() && earlier.isEmpty());
        view.addObject("older", earlier.isPresent());
        view.addObject("by", actors.nameOf(draft.changedBy()));
        view.addObject("names", actors);
        view.addObject("overtaking", draft.isOpen() ? overtakings.of(draft).orElse(null) : null);
        view.addObject("declined", draft.isOpen() ? declines.last(draft).orElse(null) : null);
        view.addObject("errors", errors);
        view.addObject("report", report(draft, content));
        return view;
    }

    /** A save with the name of who made it. */
    record Said(DraftRevision save, String by) {}
}
