package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Leaves;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The one timeline page, the same for every level: where the case is, who holds it, until when, and what happened. */
@Controller
class TimelinePage {

    private final Timeline timeline;
    private final List<CaseWaits> waits;
    private final List<CasePages> pages;
    private final List<CaseComments> comments;
    private final List<CaseForecasts> forecasts;
    private final CaseSight sight;
    private final AccessLog log;
    private final Actors actors;
    private final Leaves leaves;
    private final Areas areas;
    private final BusinessTime time;
    private final CaseStops stops;
    private final LadderPanel ladder;

    TimelinePage(
            Timeline timeline,
            List<CaseWaits> waits,
            List<CasePages> pages,
            List<CaseComments> comments,
            List<CaseForecasts> forecasts,
            CaseSight sight,
            AccessLog log,
            Actors actors,
            Leaves leaves,
            Areas areas,
            BusinessTime time,
            CaseStops stops,
            LadderPanel ladder) {
        this.timeline = timeline;
        this.waits = waits;
        this.pages = pages;
        this.comments = comments;
        this.forecasts = forecasts;
        this.sight = sight;
        this.log = log;
        this.actors = actors;
        this.leaves = leaves;
        this.areas = areas;
        this.time = time;
        this.stops = stops;
        this.ladder = ladder;
    }

    @GetMapping("/casework/{number}")
    String show(@PathVariable String number, Actor actor, Model model) {
        CaseRef ref = reference(number);
        CaseSummary summary = timeline.summary(ref);
        boolean seen = sight.sees(actor, ref, summary.area());
        AccessOutcome outcome = seen ? AccessOutcome.GRANTED : AccessOutcome.REFUSED;
        log.record(actor, AccessKind.READ, "casework:" + ref, "timeline", outcome);
        if (!seen) {
            throw new NotFound("case " + ref + " for account " + actor.id());
        }
        model.addAttribute("summary", summary);
        model.addAttribute("path", areas.path(summary.area()));
        model.addAttribute("waits", waits(ref));
        model.addAttribute(
                "outlook",
                forecasts.stream()
                        .flatMap(f -> f.of(summary).stream())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("stops", stops.of(summary));
        model.addAttribute("ladder", ladder.of(ref));
        model.addAttribute("events", events(ref, summary.area()));
        model.addAttribute("links", links(ref));
        model.addAttribute(
                "comments",
                comments.stream().map(c -> new Talk(c.path(ref), c.count(ref))).toList());
        return "casework/timeline";
    }

    private static CaseRef reference(String number) {
        try {
            return new CaseRef(number);
        } catch (IllegalArgumentException notANumber) {
            throw new NotFound("case");
        }
    }

    private List<OpenWork> waits(CaseRef ref) {
        Instant now = time.now();
        return waits.stream()
                .flatMap(w -> w.of(ref).stream())
                .map(w -> new OpenWork(
                        w,
                        nameOf(w.assignee()),
                        now.isAfter(w.dueAt()),
                        w.moved() == null ? null : nameOf(w.moved().by())))
                .toList();
    }

    private Links links(CaseRef ref) {
        return pages.stream()
                .filter(p -> p.knows(ref))
                .findFirst()
                .map(p -> new Links(p.path(ref), p.photos(ref), p.place(ref)))
                .orElse(new Links(null, null, null));
    }

    /** Newest first: the last thing that happened is what people look for. */
    private List<Event> events(CaseRef ref, AreaCode area) {
        List<TimelineEntry> entries = timeline.of(ref);
        Map<Long, Optional<Actor>> people = entries.stream()
                .map(TimelineEntry::by)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::person));
        List<Event> events = new ArrayList<>(entries.stream()
                .map(e -> e.by() == null ? new Event(e, null, null, null) : event(e, people.get(e.by()), area))
                .toList());
        Collections.reverse(events);
        return events;
    }

    private Event event(TimelineEntry entry, Optional<Actor> person, AreaCode area) {
        Optional<Long> absent = entry.role() == null
                ? Optional.empty()
                : leaves.inWhosePlace(entry.by(), entry.role(), area, entry.at());
        Role role = absent.isPresent() ? entry.role() : role(entry, person, area);
        return new Event(
                entry,
                actors.nameOf(entry.by()),
                role,
                absent.map(actors::nameOf).orElse(null));
    }

    private Optional<Actor> person(Long account) {
        try {
            return Optional.of(actors.byId(account));
        } catch (NotFound closed) {
            return Optional.empty();
        }
    }

    /** The role that held the case, when the person has it; else the one he has over the case's area. */
    private static Role role(TimelineEntry entry, Optional<Actor> person, AreaCode area) {
        if (person.isEmpty() || entry.role() != null && person.get().holds(entry.role(), area)) {
            return entry.role();
        }
        return person.get().assignments().stream()
                .filter(a -> a.scope().covers(area))
                .map(a -> a.role())
                .findFirst()
                .orElse(entry.role());
    }

    private String nameOf(Long account) {
        return account == null ? null : actors.nameOf(account);
    }

    /** Where those who handle the case talk about it. */
    record Talk(String path, int count) {}

    /** One open task, with the names of who took it and who moved its due date; null for nobody. */
    record OpenWork(CaseWaits.Wait task, String assignee, boolean late, String mover) {}

    /** One thing that happened, with the names of who did it and in whose place; null for the system and for his own. */
    record Event(TimelineEntry entry, String by, Role role, String absent) {}

    /** Where else the case can be looked at; null where there is nothing. */
    record Links(String page, String photos, String place) {

        public boolean any() {
            return page != null || photos != null || place != null;
        }
    }
}
