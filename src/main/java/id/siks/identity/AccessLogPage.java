package id.siks.identity;

import id.siks.area.Areas;
import id.siks.identity.AccessSearch.People;
import id.siks.identity.AccessSearch.Seen;
import id.siks.identity.Alarms.Alarm;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Table;
import id.siks.platform.web.TableFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets an auditor ask who saw a person, whom a user saw, and whose data were read when (requirements 23 and 24). */
@Controller
class AccessLogPage {

    private static final int PAGE = 50;
    private static final int PEOPLE = 100;

    private final AccessSearch search;
    private final AccessTables tables;
    private final AccessPurposes purposes;
    private final AccessLog log;
    private final Exports exports;
    private final Actors actors;
    private final Alarms alarms;
    private final Areas areas;

    AccessLogPage(
            AccessSearch search,
            AccessTables tables,
            AccessPurposes purposes,
            AccessLog log,
            Exports exports,
            Actors actors,
            Alarms alarms,
            Areas areas) {
        this.search = search;
        this.tables = tables;
        this.purposes = purposes;
        this.log = log;
        this.exports = exports;
        this.actors = actors;
        this.alarms = alarms;
        this.areas = areas;
    }

    @GetMapping("/identity/access-log")
    ModelAndView show(Asked asked, @RequestParam(required = false) Long before, Actor reader) {
        ModelAndView page = page(asked, reader);
        try {
            AccessQuery query = asked.query(LogTime.of(reader, areas));
            if (asked.aboutPeople()) {
                people(page, asked.narrow(query), reader);
            } else if (!asked.isBlank()) {
                entries(page, asked.narrow(query), before, reader);
            }
            return page;
        } catch (InvalidInput refused) {
            return refused(page, refused.errors());
        }
    }

    /** The same as a file, for a purpose. */
    @PostMapping("/identity/access-log/export")
    Object export(
            Asked asked,
            @RequestParam(required = false) String purpose,
            @RequestParam(defaultValue = "csv") String format,
            Actor reader) {
        try {
            LogTime clock = LogTime.of(reader, areas);
            AccessQuery query = asked.narrow(asked.query(clock));
            exports.purpose(purpose);
            // A file that is too long costs none of the day's files, so it is counted before.
            tables.requireFew(query, asked.aboutPeople(), reader);
            String why = exports.take(reader, "identity:access-log", purpose);
            Table answer =
                    asked.aboutPeople() ? tables.people(query, reader, clock) : tables.entries(query, reader, clock);
            if (asked.aboutPeople()) {
                exports.note(
                        reader,
                        answer.lines().stream().map(l -> l.get(0).toString()).toList(),
                        why);
            }
            return TableFile.of(answer, asked.aboutPeople() ? "data-yang-dibaca" : "catatan-akses", format);
        } catch (InvalidInput refused) {
            return refused(page(asked, reader), refused.errors());
        }
    }

    private ModelAndView page(Asked asked, Actor reader) {
        LogTime clock = LogTime.of(reader, areas);
        return new ModelAndView("identity/access-log")
                .addObject("asked", asked)
                .addObject("kinds", AccessKind.values())
                .addObject("clock", clock)
                .addObject("alarms", raised(alarms.latest(reader), clock));
    }

    private List<Raised> raised(List<Alarm> latest, LogTime clock) {
        Map<Long, String> names =
                actors.namesOf(latest.stream().map(Alarm::accountId).toList());
        return latest.stream()
                .map(a -> new Raised(clock.say(a.at()), a, names.get(a.accountId())))
                .toList();
    }

    private static ModelAndView refused(ModelAndView page, List<FieldError> errors) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("errors", errors);
    }

    private void entries(ModelAndView page, AccessQuery query, Long before, Actor reader) {
        List<AccessEntry> entries = search.entries(query, before, reader, PAGE);
        Map<Long, String> names =
                actors.namesOf(entries.stream().map(AccessEntry::accountId).toList());
        page.addObject(
                        "lines",
                        entries.stream()
                                .map(e -> new Line(e, names.get(e.accountId()), purposes.say(e.purpose())))
                                .toList())
                .addObject(
                        "older",
                        entries.size() < PAGE ? null : entries.get(PAGE - 1).entryId());
    }

    /** Names are read here: that is an access as well. */
    private void people(ModelAndView page, AccessQuery query, Actor reader) {
        People people = search.people(query, reader, PEOPLE);
        Map<String, AccessSubjects.Named> names =
                search.names(people.seen().stream().map(Seen::code).toList(), reader);
        if (!names.isEmpty()) {
            log.record(reader, AccessKind.SEARCH, List.copyOf(names.keySet()), "access-log", AccessOutcome.GRANTED);
        }
        page.addObject("people", people)
                .addObject(
                        "persons",
                        people.seen().stream()
                                .map(s -> person(s, names.get(s.code())))
                                .toList());
    }

    private Person person(Seen seen, AccessSubjects.Named named) {
        return named == null ? new Person(seen, null, null) : new Person(seen, named.name(), areas.path(named.area()));
    }

    /**
     * What is asked, as typed.
     *
     * @param view {@code people} for the list of whose data were read, else the lines themselves
     */
    record Asked(String subject, String account, String kind, String from, String until, String view) {

        /** True before anything is asked: the page as it is opened. */
        boolean isBlank() {
            return Stream.of(subject, account, kind, from, until).allMatch(field -> field == null || field.isBlank());
        }

        public boolean aboutPeople() {
            return "people".equals(view);
        }

        AccessQuery query(LogTime clock) {
            return AccessQuery.of(subject, account, kind, from, until, clock.zone());
        }

        /** The question, refused where it is about everything there is. */
        AccessQuery narrow(AccessQuery query) {
            if (!query.narrow()) {
                throw InvalidInput.at("from", "identity.log.error.wide");
            }
            return query;
        }
    }

    /** One entry as it is read, with who looked and why. */
    record Line(AccessEntry entry, String name, String why) {}

    /** Somebody whose data were read; both are null outside the reader's territory, and the name once it is erased. */
    record Person(Seen seen, String name, String place) {}

    /** One alarm as it is read. */
    record Raised(String at, Alarm alarm, String name) {}
}
