package id.siks.register.web;

import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.Timeline;
import id.siks.evidence.CertificateContent;
import id.siks.evidence.Certificates;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Refused;
import id.siks.register.Families;
import id.siks.register.FamilyStatus;
import id.siks.register.FamilyView;
import id.siks.register.FamilyView.Change;
import id.siks.register.HousingSurvey;
import id.siks.register.MemberContent;
import id.siks.register.web.FamilyPage.ChangeLine;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A family as it is now, every change with its case, and its certificate. */
@Controller
class FamilyPages {

    private static final String VIEW = "register/family";
    private static final String LOOK = "register-view";

    private final Families families;
    private final Certificates certificates;
    private final Timeline cases;
    private final Areas areas;
    private final Actors actors;
    private final AccessLog accessLog;
    private final OnceOnly once;

    FamilyPages(
            Families families,
            Certificates certificates,
            Timeline cases,
            Areas areas,
            Actors actors,
            AccessLog accessLog,
            OnceOnly once) {
        this.families = families;
        this.certificates = certificates;
        this.cases = cases;
        this.areas = areas;
        this.actors = actors;
        this.accessLog = accessLog;
        this.once = once;
    }

    @GetMapping("/register/{id}")
    ModelAndView show(@PathVariable long id, Actor actor) {
        return page(find(id, actor, LOOK), false, actor);
    }

    /** Shows the whole once, with a purpose; nothing is kept, so the next look is masked again. */
    @PostMapping("/register/{id}/reveal")
    ModelAndView reveal(@PathVariable long id, @RequestParam(required = false) String purpose, Actor actor) {
        FamilyView family = find(id, actor, LOOK);
        try {
            String why = "reveal-" + Purpose.of(purpose);
            accessLog.record(actor, AccessKind.REVEAL, Families.subject(id), why, AccessOutcome.GRANTED);
            return page(family, true, actor);
        } catch (InvalidInput refused) {
            return refused(family, refused.errors(), actor);
        }
    }

    @PostMapping("/register/{id}/certificate")
    ModelAndView certificate(
            @PathVariable long id,
            @RequestParam UUID key,
            @RequestParam(required = false) String certificatePurpose,
            Actor actor) {
        FamilyView family = find(id, actor, "certificate");
        if (family.status() != FamilyStatus.ACTIVE) {
            throw Refused.because("register.error.not-active");
        }
        try {
            String path = once.once(
                    key,
                    actor.accountId(),
                    () -> "/evidence/certificates/" + certificates.issue(content(family), certificatePurpose, actor));
            return new ModelAndView("redirect:" + path);
        } catch (InvalidInput refused) {
            List<FieldError> errors = refused.errors().stream()
                    .map(e -> new FieldError("certificatePurpose", e.message()))
                    .toList();
            return refused(family, errors, actor).addObject("certificatePurpose", certificatePurpose);
        }
    }

    private FamilyView find(long id, Actor actor, String purpose) {
        return families.find(id, actor, purpose)
                .orElseThrow(() -> new NotFound("family " + id + " for account " + actor.id()));
    }

    private ModelAndView refused(FamilyView family, List<FieldError> errors, Actor actor) {
        ModelAndView page = page(family, false, actor).addObject("errors", errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(FamilyView family, boolean revealed, Actor actor) {
        return new ModelAndView(VIEW)
                .addObject(
                        "family",
                        FamilyPage.of(family, areas.path(family.content().village()), changes(family), revealed))
                .addObject("zone", areas.zoneOf(family.content().village()))
                .addObject("village", family.content().village())
                .addObject("purposes", Purpose.values())
                .addObject(
                        "readers",
                        actor.holds(Role.AUDITOR, family.content().village())
                                ? Families.subject(family.ref().id())
                                : null)
                .addObject(
                        "mayPrint",
                        family.status() == FamilyStatus.ACTIVE
                                && actor.holds(
                                        Role.VILLAGE_OPERATOR, family.content().village()));
    }

    private List<ChangeLine> changes(FamilyView family) {
        Set<CaseRef> known = cases.summaries(
                        family.changes().stream().map(Change::caseRef).toList())
                .keySet();
        return family.changes().stream()
                .map(c -> new ChangeLine(
                        c.caseRef().value(), known.contains(c.caseRef()), c.kind(), actors.nameOf(c.by()), c.at()))
                .toList();
    }

    private static CertificateContent content(FamilyView family) {
        MemberContent head = family.head();
        return new CertificateContent(
                family.ref().registerId(),
                family.content().village(),
                head.fullName(),
                head.nik(),
                family.content().familyCardNumber(),
                head.birthDate(),
                family.content().addressLine(),
                family.content().members().stream()
                        .sorted(Comparator.comparing(m -> m != head))
                        .map(m -> new CertificateContent.Line(m.nik(), m.fullName()))
                        .toList(),
                programs(family.content().housing()));
    }

    /** What the last survey says the family receives, or null when nobody asked. */
    private static List<String> programs(HousingSurvey survey) {
        return survey == null || survey.programsHeld() == null
                ? null
                : survey.programsHeld().stream().sorted().toList();
    }
}
