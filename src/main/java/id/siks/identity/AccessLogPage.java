package id.siks.identity;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets an auditor ask who saw a person and whom a user saw (requirement 23). */
@Controller
class AccessLogPage {

    private static final int PAGE = 50;

    private final AccessLog log;
    private final Actors actors;

    AccessLogPage(AccessLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @GetMapping("/identity/access-log")
    String show(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) Long account,
            @RequestParam(required = false) Long before,
            Model model) {
        List<AccessEntry> entries = entries(subject.strip(), account, before);
        model.addAttribute("subject", subject);
        model.addAttribute("account", account);
        model.addAttribute(
                "lines",
                entries.stream()
                        .map(entry -> new Line(entry, actors.nameOf(entry.accountId())))
                        .toList());
        model.addAttribute(
                "older", entries.size() < PAGE ? null : entries.get(PAGE - 1).entryId());
        return "identity/access-log";
    }

    private List<AccessEntry> entries(String subject, Long account, Long before) {
        if (!subject.isEmpty()) {
            return log.ofSubject(subject, before);
        }
        return account == null ? List.of() : log.ofAccount(account, before);
    }

    /** One entry as it is read; the moment carries its zone. */
    record Line(AccessEntry entry, String name) {

        private static final DateTimeFormatter MOMENT =
                DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

        public String at() {
            return MOMENT.format(entry.at());
        }
    }
}
