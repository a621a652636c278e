package id.siks.processadmin.draft;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.identity.Role;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Page;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.draft.NewDraftForm.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The list of what is in force and of the drafts under way, and how a draft begins. */
@Controller
@RequestMapping("/processadmin/drafts")
class DraftPages {

    private static final int A_PAGE = 50;

    private final Drafts drafts;
    private final Models models;
    private final Actors actors;
    private final Limits limits;
    private final OnceOnly onceOnly;
    private final MessageSource messages;

    DraftPages(Drafts drafts, Models models, Actors actors, Limits limits, OnceOnly onceOnly, MessageSource messages) {
        this.drafts = drafts;
        this.models = models;
        this.actors = actors;
        this.limits = limits;
        this.onceOnly = onceOnly;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) Long before, Actor actor) {
        return page(actor, before, List.of(), Map.of());
    }

    @PostMapping
    String edit(
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String model, Actor actor) {
        ModelKind found = ModelFile.kindNamed(kind).orElseThrow(() -> new NotFound("kind of model"));
        return "redirect:" + address(drafts.edit(found, model, said("processadmin.draft.note.begun"), actor));
    }

    @PostMapping("/new")
    ModelAndView blank(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(required = false) String key,
            Actor actor) {
        return begun(key, actor, Map.of("kind", kind, "name", name, "room", room), () -> {
            Named named = NewDraftForm.named(kind, name);
            String home = NewDraftForm.room(room, models.rooms());
            if (models.find(named.kind(), named.key()).isPresent()) {
                throw InvalidInput.at("name", "processadmin.draft.error.name-taken");
            }
            byte[] sheet = BlankModels.of(named.kind(), named.key());
            return drafts.begin(named.kind(), named.key(), home, sheet, said("processadmin.draft.note.blank"), actor);
        });
    }

    @PostMapping("/upload")
    ModelAndView upload(
            @RequestParam(required = false) MultipartFile content,
            @RequestParam(defaultValue = "") String uploadRoom,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) String key,
            Actor actor) {
        limits.use(Limit.UPLOAD, actor);
        return begun(key, actor, Map.of("uploadRoom", uploadRoom, "note", note), () -> {
            Named named = NewDraftForm.named(content == null ? "" : content.getOriginalFilename());
            boolean known = models.find(named.kind(), named.key()).isPresent();
            String home = known ? uploadRoom : uploadRoom(uploadRoom);
            return drafts.begin(named.kind(), named.key(), home, bytes(content), note, actor);
        });
    }

    private String uploadRoom(String room) {
        if (!models.rooms().contains(room)) {
            throw InvalidInput.at("uploadRoom", "processadmin.draft.error.room");
        }
        return room;
    }

    /** To the draft that {@code beginning} makes; back to the form with what was {@code typed}, by field, when it is refused. */
    private ModelAndView begun(String key, Actor actor, Map<String, String> typed, Supplier<Long> beginning) {
        try {
            return new ModelAndView(
                    "redirect:" + onceOnly.once(OnceOnly.key(key), actor.accountId(), () -> address(beginning.get())));
        } catch (InvalidInput invalid) {
            ModelAndView view = page(actor, null, invalid.errors(), typed);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        }
    }

    private ModelAndView page(Actor actor, Long before, List<FieldError> errors, Map<String, String> typed) {
        List<Model> all = models.all();
        Map<String, String> titles =
                all.stream().collect(Collectors.toMap(Model::fileName, Model::title, (one, other) -> one));
        ModelAndView view = new ModelAndView("processadmin/drafts");
        view.addObject("errors", errors);
        view.addObject("typed", typed);
        view.addObject("draws", actor.holds(Role.PROCESS_ADMIN));
        view.addObject("kinds", ModelKind.values());
        view.addObject("rooms", all.stream().map(Model::room).distinct().toList());
        view.addObject("clock", AreaCode.CAPITAL);
        view.addObject(
                "models",
                all.stream().collect(Collectors.groupingBy(Model::room, LinkedHashMap::new, Collectors.toList())));
        underWay(view, before, titles);
        return view;
    }

    /** Those behind the draft of this number; those changed last for null. */
    private void underWay(ModelAndView view, Long before, Map<String, String> titles) {
        Page<Draft> page = Page.of(drafts.underWay(before, A_PAGE + 1), A_PAGE, Draft::id);
        Map<Long, String> names =
                actors.namesOf(page.items().stream().map(Draft::changedBy).toList());
        Map<Long, String> notes =
                drafts.lastNotes(page.items().stream().map(Draft::id).toList());
        view.addObject(
                "lines",
                page.items().stream()
                        .map(d -> new Line(
                                d,
                                titles.getOrDefault(d.fileName(), d.key()),
                                names.get(d.changedBy()),
                                notes.get(d.id())))
                        .toList());
        view.addObject("older", page.next());
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    static String address(long draft) {
        return "/processadmin/drafts/" + draft;
    }

    static byte[] bytes(MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A draft with its title, the name of who saved it last, and what he noted. */
    record Line(Draft draft, String title, String by, String note) {}
}
