package id.siks.finalization.web;

import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.Timeline;
import id.siks.finalization.Batches;
import id.siks.finalization.PeriodView;
import id.siks.finalization.SealedLists;
import id.siks.finalization.model.BatchSteps;
import id.siks.finalization.model.ItemVersions;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Exports;
import id.siks.platform.CardNumbers;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Refused;
import id.siks.platform.web.FormVersion;
import id.siks.platform.web.TableFile;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is done with single lines of a batch, and with all of them: take one out, take the list home. */
@Controller
@RequestMapping("/finalization/{ref}")
class BatchPages {

    private static final String REJECT = "reject";

    private final PeriodDesk desk;
    private final PeriodPage page;
    private final Batches batches;
    private final SealedLists sealedLists;
    private final BatchSteps steps;
    private final ItemVersions versions;
    private final NameList names;
    private final Timeline timeline;
    private final Exports exports;
    private final AccessLog accessLog;
    private final OnceOnly onceOnly;

    BatchPages(
            PeriodDesk desk,
            PeriodPage page,
            Batches batches,
            SealedLists sealedLists,
            BatchSteps steps,
            ItemVersions versions,
            NameList names,
            Timeline timeline,
            Exports exports,
            AccessLog accessLog,
            OnceOnly onceOnly) {
        this.desk = desk;
        this.page = page;
        this.batches = batches;
        this.sealedLists = sealedLists;
        this.steps = steps;
        this.versions = versions;
        this.names = names;
        this.timeline = timeline;
        this.exports = exports;
        this.accessLog = accessLog;
        this.onceOnly = onceOnly;
    }

    @GetMapping("/items/{member}")
    ModelAndView item(
            @PathVariable String ref,
            @PathVariable String member,
            @RequestParam(required = false) String reasonCode,
            Actor actor) {
        CaseRef item = PeriodDesk.ref(member);
        // Read before anything the page shows: what happens meanwhile only costs a reload.
        String seen = Integer.toString(versions.of(item));
        ReturnForm form =
                new ReturnForm(null, reasonCode, null, UUID.randomUUID().toString(), seen);
        return noted(
                "casework:" + item,
                AccessKind.READ,
                "finalization-item",
                actor,
                () -> draw(desk.read(ref, actor), item, form, List.of(), actor));
    }

    @PostMapping("/items/{member}")
    ModelAndView giveBack(@PathVariable String ref, @PathVariable String member, ReturnForm form, Actor actor) {
        CaseRef item = PeriodDesk.ref(member);
        return noted(
                "casework:" + item,
                AccessKind.READ,
                "finalization-item",
                actor,
                () -> givenBack(desk.read(ref, actor), item, form, actor));
    }

    private ModelAndView givenBack(PeriodView period, CaseRef item, ReturnForm form, Actor actor) {
        try {
            String path = onceOnly.once(OnceOnly.key(form.key()), actor.accountId(), () -> {
                int seen = FormVersion.of(form.version());
                Reason reason = Reason.given(code(form), form.reasonText());
                CardNumbers.refuse("reasonText", reason.sentence());
                if (REJECT.equals(form.action())) {
                    sealedLists.rejectItem(period.ref(), item, seen, reason, actor);
                } else {
                    sealedLists.returnItem(period.ref(), item, seen, reason, actor);
                }
                return "/finalization/" + period.ref();
            });
            return new ModelAndView("redirect:" + path);
        } catch (InvalidInput invalid) {
            ModelAndView view = draw(period, item, form, invalid.errors(), actor);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        } catch (Refused refused) {
            ModelAndView view = draw(period, item, form, List.of(), actor);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view.addObject("refusal", refused.reason());
        } catch (Conflict conflict) {
            return overtaken(desk.read(period.ref().value(), actor), item, form, conflict, actor);
        }
    }

    /** The page as it is by now with what was written, while the case is in the list; the next press decides for that. */
    private ModelAndView overtaken(PeriodView period, CaseRef item, ReturnForm form, Conflict conflict, Actor actor) {
        if (batches.periodOf(item).filter(period.ref()::equals).isEmpty()) {
            throw conflict;
        }
        String seen = Integer.toString(versions.of(item));
        ReturnForm now = new ReturnForm(form.action(), form.reasonCode(), form.reasonText(), form.key(), seen);
        ModelAndView view = draw(period, item, now, List.of(), actor);
        view.setStatus(HttpStatus.CONFLICT);
        return view.addObject("refusal", conflict.reason());
    }

    /** The list of names (BNBA); how often somebody takes it is limited, and who took it for what is kept. */
    @PostMapping("/names")
    Object names(@PathVariable String ref, @RequestParam(required = false) String purpose, Actor actor) {
        String subject = "finalization:" + PeriodDesk.ref(ref);
        return noted(
                subject,
                AccessKind.EXPORT,
                "finalization-list",
                actor,
                () -> named(desk.read(ref, actor), purpose, actor));
    }

    private Object named(PeriodView period, String purpose, Actor actor) {
        List<String> parts = desk.namePrefixes(actor, period.regency());
        if (parts.isEmpty()) {
            throw new NotFound("names of " + period.ref() + " for account " + actor.id());
        }
        String why;
        try {
            why = exports.take(actor, "finalization:" + period.ref(), purpose);
        } catch (InvalidInput refused) {
            ModelAndView view = page.draw(period, PeriodPage.Asked.NOTHING, actor);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view.addObject("errors", refused.errors());
        }
        return TableFile.csv("BNBA-" + period.ref(), names.csv(period, parts, why, actor));
    }

    /** Who asks for what is not there for him is written down (requirement 23). */
    private <T> T noted(String subject, AccessKind kind, String purpose, Actor actor, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (NotFound hidden) {
            accessLog.record(actor, kind, subject, purpose, AccessOutcome.REFUSED);
            throw hidden;
        }
    }

    private ModelAndView draw(PeriodView period, CaseRef item, ReturnForm form, List<FieldError> errors, Actor actor) {
        if (batches.periodOf(item).filter(period.ref()::equals).isEmpty()) {
            throw steps.notListed(period, item, actor);
        }
        BatchMember.Level level = steps.requireMayReturn(period, item, actor);
        accessLog.record(actor, AccessKind.READ, "casework:" + item, "finalization-item", AccessOutcome.GRANTED);
        ModelAndView view = new ModelAndView("finalization/return");
        view.addObject("period", period);
        view.addObject("summary", timeline.summary(item));
        view.addObject("level", level);
        boolean mayReject = level == BatchMember.Level.MINISTRY;
        view.addObject("mayReject", mayReject);
        view.addObject("heading", mayReject ? "finalization.return.title.MINISTRY" : "finalization.return.title");
        view.addObject("codes", ReasonCode.values());
        view.addObject("form", form);
        view.addObject("errors", errors);
        view.addObject("key", form.key());
        return view;
    }

    private static ReasonCode code(ReturnForm form) {
        for (ReasonCode code : ReasonCode.values()) {
            if (code.name().equals(form.reasonCode())) {
                return code;
            }
        }
        return null;
    }

    /**
     * Why a case is taken out of the list, and whether that ends it: {@code action} is {@code reject} then.
     *
     * @param version of the case on the page, by {@link ItemVersions}
     */
    record ReturnForm(String action, String reasonCode, String reasonText, String key, String version) {}
}
