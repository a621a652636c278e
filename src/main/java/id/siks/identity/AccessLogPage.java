package id.siks.identity;

import id.siks.identity.Alarms.Alarm;
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
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final AccessLog log;
    private final Actors actors;
    private final Alarms alarms;

    AccessLogPage(AccessLog log, Actors actors, Alarms alarms) {
        this.log = log;
        this.actors = actors;
        this.alarms = alarms;
    }

    @GetMapping("/identity/access-log")
    String show(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) Long account,
            @RequestParam(required = false) Long before,
            Actor reader,
            Model model) {
        List<AccessEntry> entries = entries(subject.strip(), account, before, reader);
        model.addAttribute("subject", subject);
        model.addAttribute("account", account);
        model.addAttribute(
                "lines",
                entries.stream()
                        .map(entry -> new Line(entry, actors.nameOf(entry.accountId())))
                        .toList());
        model.addAttribute(
                "older", entries.size() < PAGE ? null : entries.get(PAGE - 1).entryId());
        model.addAttribute(
                "alarms", alarms.latest(reader).stream().map(this::raised).toList());
        return "identity/access-log";
    }

    private List<AccessEntry> entries(String subject, Long account, Long before, Actor reader) {
        if (!subject.isEmpty()) {
            return log.ofSubject(subject, before, reader);
        }
        return account == null ? List.of() : log.ofAccount(account, before, reader);
    }

    private Raised raised(Alarm alarm) {
        return new Raised(MOMENT.format(alarm.at()), alarm, actors.nameOf(alarm.accountId()));
    }

    /** One entry as it is read; the moment carries its zone. */
    record Line(AccessEntry entry, String name) {

        public String at() {
            return MOMENT.format(entry.at());
        }
    }

    /** One alarm as it is read. */
    record Raised(String at, Alarm alarm, String name) {}
}
