package id.siks.processadmin.bundle;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.identity.Role;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Page;
import id.siks.processadmin.bundle.Bundles.Packed;
import id.siks.processadmin.draft.Models;
import id.siks.processadmin.release.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where bundles are packed and taken in, and what became of each. */
@Controller
@RequestMapping("/processadmin/bundles")
class BundlePages {

    private static final int A_PAGE = 50;
    private static final int SHORT_HASH = 12;
    private static final MediaType ZIP = MediaType.valueOf("application/zip");

    private final Bundles bundles;
    private final Models models;
    private final Actors actors;
    private final OnceOnly onceOnly;
    private final Limits limits;

    BundlePages(Bundles bundles, Models models, Actors actors, OnceOnly onceOnly, Limits limits) {
        this.bundles = bundles;
        this.models = models;
        this.actors = actors;
        this.onceOnly = onceOnly;
        this.limits = limits;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) Long before, Actor actor) {
        return page(actor, all(), "", "", before);
    }

    @GetMapping("/{bundle}")
    ModelAndView one(@PathVariable String bundle, Actor actor) {
        if (!bundle.matches("[1-9]\\d{0,17}")) {
            throw new NotFound("bundle");
        }
        ModelAndView view = new ModelAndView("processadmin/bundle");
        view.addObject("titles", models.titles());
        view.addObject("works", works(actor));
        view.addObject("journey", bundles.find(Long.parseLong(bundle)));
        view.addObject("names", actors);
        view.addObject("clock", AreaCode.CAPITAL.value());
        return view;
    }

    /** The file, or the page with what is wrong. */
    @PostMapping("/export")
    Object export(
            @RequestParam(required = false) List<String> parts,
            @RequestParam(defaultValue = "") String exportNote,
            Actor actor) {
        limits.use(Limit.EXPORT, actor);
        List<String> chosen = parts == null ? List.of() : parts;
        try {
            Packed packed = bundles.export(chosen, exportNote, actor);
            String name = "siks-ng-" + packed.sha256().substring(0, SHORT_HASH) + ".zip";
            return ResponseEntity.ok()
                    .contentType(ZIP)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name)
                                    .build()
                                    .toString())
                    .header("X-Content-Type-Options", "nosniff")
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .body(packed.file());
        } catch (InvalidInput invalid) {
            ModelAndView view = refused(page(actor, chosen, exportNote, "", null), invalid);
            view.addObject("packing", true);
            return view;
        }
    }

    @PostMapping("/import")
    ModelAndView take(
            @RequestParam(required = false) MultipartFile bundle,
            @RequestParam(defaultValue = "") String importNote,
            @RequestParam(required = false) String key,
            Actor actor) {
        limits.use(Limit.UPLOAD, actor);
        try {
            return new ModelAndView("redirect:"
                    + onceOnly.once(
                            OnceOnly.key(key),
                            actor.accountId(),
                            () -> "/processadmin/bundles/" + bundles.take(bytes(bundle), importNote, actor)));
        } catch (BundleRefused refused) {
            ModelAndView view = refused(page(actor, all(), "", importNote, null), refused);
            view.addObject("judged", refused.parts());
            return view;
        } catch (InvalidInput invalid) {
            return refused(page(actor, all(), "", importNote, null), invalid);
        }
    }

    /** False for who only reads what came and went. */
    private static boolean works(Actor actor) {
        return actor.holds(Role.PROCESS_ADMIN) || actor.holds(Role.PROCESS_RELEASER);
    }

    private List<String> all() {
        return bundles.released().stream().map(Release::fileName).toList();
    }

    private static ModelAndView refused(ModelAndView view, InvalidInput invalid) {
        view.addObject("errors", invalid.errors());
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private ModelAndView page(Actor actor, List<String> chosen, String exportNote, String importNote, Long before) {
        ModelAndView view = new ModelAndView("processadmin/bundles");
        view.addObject("titles", models.titles());
        view.addObject(
                "rooms",
                bundles.released().stream()
                        .collect(Collectors.groupingBy(Release::room, LinkedHashMap::new, Collectors.toList())));
        view.addObject("chosen", chosen);
        view.addObject("packing", false);
        view.addObject("exportNote", exportNote);
        view.addObject("importNote", importNote);
        view.addObject("takes", actor.holds(Role.PROCESS_ADMIN));
        view.addObject("works", works(actor));
        view.addObject("clock", AreaCode.CAPITAL.value());
        journeys(view, before);
        return view;
    }

    /** Those that left or came before the one of this number; the last of all for null. */
    private void journeys(ModelAndView view, Long before) {
        Page<Journey> page = Page.of(bundles.latest(before, A_PAGE + 1), A_PAGE, Journey::id);
        view.addObject("journeys", page.items());
        view.addObject(
                "names", actors.namesOf(page.items().stream().map(Journey::by).toList()));
        view.addObject("older", page.next());
    }

    private static byte[] bytes(MultipartFile file) {
        if (file != null && file.getSize() > BundleArchive.MOST_BYTES) {
            throw BundleFault.tooLarge();
        }
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
