package id.siks.proposal.web;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.Actor;
import id.siks.identity.Scope;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Page;
import id.siks.proposal.ProposalLine;
import id.siks.proposal.Proposals;
import id.siks.proposal.model.VillageWork;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of proposals, and the beginning of a new one. */
@Controller
@RequestMapping("/proposal")
class ProposalPages {

    private final Proposals proposals;
    private final Areas areas;
    private final AccessLog accessLog;
    private final OnceOnly onceOnly;

    ProposalPages(Proposals proposals, Areas areas, AccessLog accessLog, OnceOnly onceOnly) {
        this.proposals = proposals;
        this.areas = areas;
        this.accessLog = accessLog;
        this.onceOnly = onceOnly;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String after,
            @RequestHeader(name = "HX-Request", required = false) String fragment,
            Actor actor) {
        ModelAndView page = listed(status, after, actor);
        if (fragment != null) {
            page.setViewName("proposal/list :: results");
        }
        return page;
    }

    /**
     * Leads to the case with this number when it can be seen. The number comes in the body and is told again only when it is a
     * case's: some type a NIK, which belongs into no address and on no page (requirement 22).
     */
    @PostMapping("/search")
    Object search(@RequestParam(defaultValue = "") String number, Actor actor) {
        String typed = number.strip().toUpperCase(Locale.ROOT);
        String found = find(typed, actor);
        if (found != null) {
            return "redirect:/proposal/" + found;
        }
        ModelAndView page = listed(null, null, actor);
        page.addObject("number", CaseRef.isShaped(typed) ? typed : "");
        page.addObject("notFound", !typed.isEmpty());
        return page;
    }

    @PostMapping
    Object create(
            NewForm form, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept, Actor actor) {
        boolean json = WizardPages.wantsJson(accept);
        try {
            String path = onceOnly.once(
                    OnceOnly.key(form.key()),
                    actor.accountId(),
                    () -> "/proposal/" + proposals.draft(actor, village(form, actor)) + "/family");
            return json ? ResponseEntity.ok(java.util.Map.of("next", path)) : "redirect:" + path;
        } catch (InvalidInput refused) {
            if (json) {
                throw refused;
            }
            ModelAndView page = listed(null, null, actor);
            page.addObject("errors", refused.errors());
            page.addObject("typedVillage", form.village());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView listed(String status, String after, Actor actor) {
        CaseStatus chosen = status(status);
        Page<ProposalLine> lines = proposals.list(chosen == null ? Set.of() : Set.of(chosen), after, actor);
        ModelAndView page = new ModelAndView("proposal/list");
        List<ProposalLine> own = proposals.ownFamilies(actor);
        named(Stream.concat(lines.items().stream(), own.stream()), actor);
        page.addObject("lines", lines.items());
        page.addObject("next", lines.next());
        page.addObject("status", chosen);
        page.addObject("statuses", CaseStatus.values());
        page.addObject("villages", villages(actor));
        page.addObject("ownFamilies", own);
        page.addObject("number", "");
        page.addObject("notFound", false);
        page.addObject("manyVillages", manyVillages(lines.items()));
        page.addObject("areas", areas);
        return page;
    }

    /** Whom the list names is written down; a draft in which nobody is entered yet names nobody. */
    private void named(Stream<ProposalLine> lines, Actor actor) {
        List<String> subjects = lines.filter(
                        line -> line.subject() != null && !line.subject().isEmpty())
                .map(line -> "proposal:" + line.ref())
                .distinct()
                .toList();
        accessLog.listed(actor, AccessKind.READ, subjects, "proposal.list");
    }

    private String find(String number, Actor actor) {
        try {
            return proposals.view(ProposalDesk.ref(number), actor).ref().value();
        } catch (NotFound nothing) {
            return null;
        }
    }

    private AreaCode village(NewForm form, Actor actor) {
        String typed = TypedValues.number(form.village());
        if (typed == null) {
            List<AreaCode> own = villages(actor);
            if (own.size() != 1) {
                throw InvalidInput.at("village", "proposal.page.error.village-missing");
            }
            return own.get(0);
        }
        if (!AreaCode.isShaped(typed)
                || new AreaCode(typed).level() != AreaLevel.VILLAGE
                || areas.find(new AreaCode(typed)).isEmpty()) {
            throw InvalidInput.at("village", "proposal.page.error.village-unknown");
        }
        return new AreaCode(typed);
    }

    /** The villages the actor enters data for: his own, and as TKSK all of his district. */
    private List<AreaCode> villages(Actor actor) {
        return VillageWork.scopes(actor).stream()
                .map(Scope::area)
                .filter(Objects::nonNull)
                .flatMap(area -> area.level() == AreaLevel.DISTRICT
                        ? areas.children(area).stream().map(Area::code)
                        : Stream.of(area))
                .distinct()
                .toList();
    }

    private static boolean manyVillages(List<ProposalLine> lines) {
        return lines.stream().map(ProposalLine::village).distinct().count() > 1;
    }

    private static CaseStatus status(String text) {
        return Arrays.stream(CaseStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
