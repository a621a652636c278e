package id.siks.processadmin.release;

import id.siks.identity.Actor;
import id.siks.identity.FreshLogin;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Message;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Page;
import id.siks.platform.Refused;
import id.siks.platform.diagram.PicturedFile;
import id.siks.platform.web.PageStyles;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.draft.Drafts;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.springframework.web.servlet.ModelAndView;

/** What is released, what waits for a second person, and the page on which that person compares and decides. */
@Controller
@RequestMapping("/processadmin/releases")
class ReleasePages {

    private static final int A_PAGE = 50;
    private static final int KEY_DIGITS = 18;

    private final Releases releases;
    private final Proposing proposing;
    private final Drafts drafts;
    private final ReleaseTrials trials;
    private final ReleasePage page;
    private final FreshLogin login;
    private final OnceOnly onceOnly;

    ReleasePages(
            Releases releases,
            Proposing proposing,
            Drafts drafts,
            ReleaseTrials trials,
            ReleasePage page,
            FreshLogin login,
            OnceOnly onceOnly) {
        this.releases = releases;
        this.proposing = proposing;
        this.drafts = drafts;
        this.trials = trials;
        this.page = page;
        this.login = login;
        this.onceOnly = onceOnly;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) Long after) {
        Page<Release> waiting = Page.of(releases.waiting(after, A_PAGE + 1), A_PAGE, Release::id);
        ModelAndView view = page.named("processadmin/releases", proposers(waiting.items()));
        view.addObject("waiting", waiting.items());
        view.addObject("next", waiting.next());
        view.addObject("unfit", releases.unfit());
        view.addObject(
                "models",
                releases.newest().stream()
                        .collect(Collectors.groupingBy(Release::room, LinkedHashMap::new, Collectors.toList())));
        return view;
    }

    @GetMapping("/of/{kind}/{model}")
    ModelAndView versions(
            @PathVariable String kind, @PathVariable String model, @RequestParam(required = false) Long before) {
        ModelKind asked = Arrays.stream(ModelKind.values())
                .filter(k -> k.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseThrow(() -> new NotFound("kind of model"));
        Page<Release> versions = Page.of(releases.ofModel(asked, model, before, A_PAGE + 1), A_PAGE, Release::id);
        if (versions.items().isEmpty()) {
            throw new NotFound("model " + kind);
        }
        ModelAndView view = page.named("processadmin/release-versions", proposers(versions.items()));
        view.addObject("releases", versions.items());
        view.addObject("older", versions.next());
        view.addObject(
                "inForce", releases.inForce(asked, model).map(Release::id).orElse(null));
        return view;
    }

    @GetMapping("/{release}")
    @PageStyles
    ModelAndView one(@PathVariable String release, HttpServletRequest request, Actor actor) {
        return page.compared(releases.find(number(release)), request, actor, "", "", List.of());
    }

    /**
     * The file, as the comparing page draws it.
     *
     * @param pictured {@code true} for a diagram with a picture in any case
     */
    @GetMapping("/{release}/content")
    ResponseEntity<byte[]> content(@PathVariable String release, @RequestParam(defaultValue = "") String pictured) {
        Release found = releases.find(number(release));
        boolean shown = pictured.equals("true") && found.kind() == ModelKind.BPMN;
        PicturedFile file = shown ? PicturedFile.of(found.content()) : PicturedFile.asItIs(found.content());
        String name = ContentDisposition.attachment()
                .filename(found.fileName())
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(found.kind() == ModelKind.FORM ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(PicturedFile.HEADER, file.origin().name())
                .body(file.content().getBytes(StandardCharsets.UTF_8));
    }

    // Sent twice it is refused the second time: the draft is no longer open.
    @PostMapping("/propose")
    ModelAndView propose(
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String comparedWith,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        long number = number(draft);
        int revision = count(seen);
        return answered(
                () -> redirect(path(proposing.propose(number, revision, count(comparedWith), note, actor))),
                errors -> page.proposing(drafts.find(number), revision, note, errors));
    }

    /** Tries what it would mean for the cases that run; nothing is kept of it but what the page says. */
    @PostMapping("/{release}/trial")
    @PageStyles
    ModelAndView trial(@PathVariable String release, HttpServletRequest request, Actor actor) {
        Release proposed = releases.find(number(release));
        ModelAndView view = page.compared(proposed, request, actor, "", "", List.of());
        view.addObject("trial", trials.of(proposed));
        return view;
    }

    @PostMapping("/{release}/again")
    @PageStyles
    ModelAndView again(
            @PathVariable String release,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) String key,
            HttpServletRequest request,
            Actor actor) {
        return answered(
                () -> proposed(key, actor, () -> proposing.takeUpAgain(number(release), note, actor)),
                errors -> page.compared(releases.find(number(release)), request, actor, note, "", errors));
    }

    @PostMapping("/{release}/withdraw")
    @PageStyles
    ModelAndView withdraw(
            @PathVariable String release,
            @RequestParam(defaultValue = "") String withdrawNote,
            @RequestParam(required = false) String key,
            HttpServletRequest request,
            Actor actor) {
        return answered(
                () -> proposed(key, actor, () -> proposing.withdraw(number(release), withdrawNote, actor)),
                errors -> page.compared(releases.find(number(release)), request, actor, "", "", errors)
                        .addObject("withdrawNote", withdrawNote));
    }

    @PostMapping("/{release}/release")
    @PageStyles
    ModelAndView release(
            @PathVariable String release,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String effect,
            HttpServletRequest request,
            Actor actor) {
        return answered(
                () -> {
                    login.require(request.getSession(false));
                    releases.release(number(release), effect(effect), reason, actor);
                    return redirect(path(number(release)));
                },
                errors -> page.compared(releases.find(number(release)), request, actor, reason, effect, errors));
    }

    private static Effect effect(String name) {
        return Arrays.stream(Effect.values())
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("effect", "processadmin.release.error.effect"));
    }

    @PostMapping("/{release}/decline")
    @PageStyles
    ModelAndView decline(
            @PathVariable String release,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Actor actor) {
        return answered(
                () -> {
                    releases.decline(number(release), reason, actor);
                    return redirect(path(number(release)));
                },
                errors -> page.compared(releases.find(number(release)), request, actor, reason, "", errors));
    }

    /** To the proposal that {@code deed} makes; sent twice it is made once. */
    private ModelAndView proposed(String key, Actor actor, LongSupplier deed) {
        return redirect(onceOnly.once(OnceOnly.key(key), actor.accountId(), () -> path(deed.getAsLong())));
    }

    /** What {@code deed} leads to; when it is refused, or somebody was faster, the page again with why and with what was typed. */
    private static ModelAndView answered(Supplier<ModelAndView> deed, Function<List<FieldError>, ModelAndView> again) {
        try {
            return deed.get();
        } catch (InvalidInput invalid) {
            return refused(again.apply(invalid.errors()), HttpStatus.UNPROCESSABLE_ENTITY, null);
        } catch (Refused refused) {
            return refused(again.apply(List.of()), HttpStatus.UNPROCESSABLE_ENTITY, refused.reason());
        } catch (Conflict lost) {
            return refused(again.apply(List.of()), HttpStatus.CONFLICT, lost.reason());
        }
    }

    private static ModelAndView refused(ModelAndView view, HttpStatus status, Message why) {
        view.setStatus(status);
        return view.addObject("refusal", why);
    }

    private static Stream<Long> proposers(List<Release> releases) {
        return releases.stream().map(release -> release.proposal().by());
    }

    private static ModelAndView redirect(String path) {
        return new ModelAndView("redirect:" + path);
    }

    /** Where a release is looked at. */
    static String path(long release) {
        return "/processadmin/releases/" + release;
    }

    /** A number that counts something; 0 when the text is none. */
    private static int count(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 0;
    }

    /** Number of a release; {@link NotFound} when the text is none. */
    static long number(String text) {
        if (!text.matches("[1-9]\\d{0," + (KEY_DIGITS - 1) + "}")) {
            throw new NotFound("release");
        }
        return Long.parseLong(text);
    }
}
