package id.siks.worklist.mail;

import id.siks.identity.Actor;
import id.siks.identity.Emails;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import id.siks.platform.mail.MailAddress;
import id.siks.platform.mail.PostOffice;
import id.siks.worklist.mail.Delivery.Kind;
import id.siks.worklist.mail.SettingsInput.Asked;
import id.siks.worklist.notice.NoticeSettingRows;
import id.siks.worklist.notice.Rhythm;
import id.siks.worklist.notice.Topic;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where one says how one wants to be told, and to which address mail is sent. */
@Controller
@RequestMapping("/worklist/notices/settings")
class SettingsPages {

    private static final String HERE = "/worklist/notices/settings";
    private static final String SAVED = HERE + "?saved=true";
    private static final int HOURS = 24;

    private final NoticeSettingRows settings;
    private final Emails emails;
    private final Outbox outbox;
    private final DeliveryRows deliveries;
    private final PostOffice office;
    private final OnceOnly once;

    SettingsPages(
            NoticeSettingRows settings,
            Emails emails,
            Outbox outbox,
            DeliveryRows deliveries,
            PostOffice office,
            OnceOnly once) {
        this.settings = settings;
        this.emails = emails;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.office = office;
        this.once = once;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String saved, Actor actor) {
        ModelAndView page = page(actor, chosen(actor), "", List.of());
        page.addObject("saved", "true".equals(saved));
        return page;
    }

    @PostMapping
    ModelAndView save(
            @RequestParam(required = false) String rhythm,
            @RequestParam(required = false) String dailyHour,
            @RequestParam(required = false) String quietFrom,
            @RequestParam(required = false) String quietUntil,
            @RequestParam(required = false) String freeDays,
            @RequestParam(required = false) String language,
            @RequestParam(required = false) List<String> mail,
            @RequestParam(required = false) List<String> home,
            Actor actor) {
        Asked asked = new Asked(
                rhythm,
                dailyHour,
                quietFrom,
                quietUntil,
                freeDays,
                language,
                mail == null ? List.of() : mail,
                home == null ? List.of() : home);
        try {
            settings.save(actor.accountId(), SettingsInput.read(asked));
            return new ModelAndView("redirect:" + SAVED);
        } catch (InvalidInput invalid) {
            return refused(page(actor, asked, "", invalid.errors()));
        }
    }

    /** Somebody says that an address is his; a code goes there. */
    @PostMapping("/address")
    ModelAndView address(@RequestParam(defaultValue = "") String email, @RequestParam String key, Actor actor) {
        UUID deed = OnceOnly.key(key);
        try {
            if (!once.isDone(deed, actor.accountId())) {
                emails.knock(actor, email);
            }
            once.once(deed, actor.accountId(), HERE, () -> {
                emails.claim(actor, email);
                outbox.sendCode(actor);
            });
            return new ModelAndView("redirect:" + HERE);
        } catch (InvalidInput invalid) {
            return refused(page(actor, chosen(actor), email, invalid.errors()));
        }
    }

    @PostMapping("/address/remove")
    String removeAddress(Actor actor) {
        emails.forget(actor);
        return "redirect:" + SAVED;
    }

    @PostMapping("/code")
    ModelAndView code(@RequestParam(defaultValue = "") String code, Actor actor) {
        try {
            emails.confirm(actor, code);
            return new ModelAndView("redirect:" + SAVED);
        } catch (InvalidInput invalid) {
            return refused(page(actor, chosen(actor), "", invalid.errors()));
        }
    }

    /** The address that waits for its code is not to be used after all. */
    @PostMapping("/code/remove")
    String removeCode(Actor actor) {
        emails.dropClaim(actor);
        return "redirect:" + HERE;
    }

    private Asked chosen(Actor actor) {
        return Asked.of(settings.of(actor.accountId()));
    }

    private ModelAndView page(Actor actor, Asked asked, String typed, List<FieldError> errors) {
        ModelAndView page = new ModelAndView("worklist/notice-settings");
        page.addObject("open", office.isOpen());
        page.addObject("email", emails.of(actor.accountId()).orElse(null));
        page.addObject("claimed", emails.claimed(actor.accountId()).orElse(null));
        page.addObject(
                "codeMail", deliveries.latest(actor.accountId(), Kind.CODE).orElse(null));
        page.addObject(
                "lastMail", deliveries.latest(actor.accountId(), Kind.NOTICES).orElse(null));
        page.addObject("place", actor.home());
        page.addObject("asked", asked);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject("rhythms", Rhythm.values());
        page.addObject("topics", Topic.values());
        page.addObject("hours", IntStream.range(0, HOURS).boxed().toList());
        page.addObject("longest", MailAddress.LONGEST);
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
