package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseEvents.Event;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.DoorRoles;
import id.siks.identity.Exports;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.web.TableFile;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one timeline page, the same for every level: where the case is, who holds it, until when, and what happened. */
@Controller
class TimelinePage {

    private static final String EXPORT = "/casework/{number}/export";
    private static final String SHOWN = "timeline";

    private final Timeline timeline;
    private final List<CaseWaits> waits;
    private final List<CasePages> pages;
    private final List<CaseComments> comments;
    private final List<CaseForecasts> forecasts;
    private final CaseSight sight;
    private final AccessLog log;
    private final CaseEvents events;
    private final CaseTrail trail;
    private final Exports exports;
    private final Actors actors;
    private final Areas areas;
    private final BusinessTime time;
    private final CaseStops stops;
    private final LadderPanel ladder;
    private final Set<Role> exporters;

    TimelinePage(
            Timeline timeline,
            List<CaseWaits> waits,
            List<CasePages> pages,
            List<CaseComments> comments,
            List<CaseForecasts> forecasts,
            CaseSight sight,
            AccessLog log,
            CaseEvents events,
            CaseTrail trail,
            Exports exports,
            Actors actors,
            Areas areas,
            BusinessTime time,
            CaseStops stops,
            LadderPanel ladder,
            DoorRoles doors) {
        this.timeline = timeline;
        this.waits = waits;
        this.pages = pages;
        this.comments = comments;
        this.forecasts = forecasts;
        this.sight = sight;
        this.log = log;
        this.events = events;
        this.trail = trail;
        this.exports = exports;
        this.actors = actors;
        this.areas = areas;
        this.time = time;
        this.stops = stops;
        this.ladder = ladder;
        this.exporters = doors.of("POST", EXPORT);
    }

    @GetMapping("/casework/{number}")
    String show(@PathVariable String number, Actor actor, Model model) {
        CaseRef ref = reference(number);
        CaseSummary summary = timeline.summaries(List.of(ref)).get(ref);
        if (summary == null || !sight.sees(actor, ref, summary.area())) {
            log.record(actor, AccessKind.READ, subject(ref), SHOWN, AccessOutcome.REFUSED);
            throw new NotFound("case " + ref + " for account " + actor.id());
        }
        return draw(summary, actor, model);
    }

    /**
     * The whole trail as a file, for whoever answers for the case's area or looks over those who do. Numbers, health and
     * spending are in it only when asked for, and that is noted as well.
     */
    @PostMapping(EXPORT)
    Object export(
            @PathVariable String number,
            @RequestParam(required = false) String purpose,
            @RequestParam(defaultValue = "false") String whole,
            @RequestParam(defaultValue = "csv") String format,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        CaseRef ref = reference(number);
        CaseSummary summary = timeline.summaries(List.of(ref)).get(ref);
        String subject = subject(ref);
        if (summary == null || !mayExport(actor, summary)) {
            log.record(actor, AccessKind.EXPORT, subject, "trail", AccessOutcome.REFUSED);
            throw new NotFound("trail of case " + ref + " for account " + actor.id());
        }
        String why;
        try {
            why = exports.take(actor, subject, purpose);
        } catch (InvalidInput refused) {
            model.addAttribute("errors", refused.errors());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return draw(summary, actor, model);
        }
        boolean full = "true".equals(whole);
        if (full) {
            log.record(actor, AccessKind.REVEAL, subject, why, AccessOutcome.GRANTED);
        }
        return TableFile.of(trail.of(summary, full), summary.ref().value(), format);
    }

    private boolean mayExport(Actor actor, CaseSummary summary) {
        return exporters.stream().anyMatch(role -> actor.holds(role, summary.area()));
    }

    private static String subject(CaseRef ref) {
        return "casework:" + ref;
    }

    /** However somebody came here, he sees the case: that is noted (requirement 23). */
    private String draw(CaseSummary summary, Actor actor, Model model) {
        CaseRef ref = summary.ref();
        log.record(actor, AccessKind.READ, subject(ref), SHOWN, AccessOutcome.GRANTED);
        model.addAttribute("summary", summary);
        model.addAttribute("path", areas.path(summary.area()));
        waiting(summary, actor, model);
        model.addAttribute(
                "outlook",
                forecasts.stream()
                        .flatMap(f -> f.of(summary).stream())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("stops", stops.of(summary));
        model.addAttribute("ladder", ladder.of(ref));
        model.addAttribute("events", events(summary));
        model.addAttribute("mayExport", mayExport(actor, summary));
        model.addAttribute("readers", actor.holds(Role.AUDITOR, summary.area()) ? subject(ref) : null);
        model.addAttribute("links", links(ref));
        model.addAttribute(
                "comments",
                comments.stream()
                        .map(c -> new Talk(c.path(ref), c.count(ref, actor)))
                        .toList());
        return "casework/timeline";
    }

    private static CaseRef reference(String number) {
        try {
            return new CaseRef(number);
        } catch (IllegalArgumentException notANumber) {
            throw new NotFound("case");
        }
    }

    private void waiting(CaseSummary summary, Actor actor, Model model) {
        List<CaseWaits.Waits> all =
                waits.stream().map(w -> w.of(summary, actor)).toList();
        List<CaseWaits.Wait> open =
                all.stream().flatMap(w -> w.shown().stream()).toList();
        model.addAttribute("waits", work(open, summary.area()));
        int others = all.stream().mapToInt(CaseWaits.Waits::others).sum();
        model.addAttribute("others", others);
        model.addAttribute("hand", others > 0 ? Hand.of(summary) : Hand.of(summary, open));
    }

    private List<OpenWork> work(List<CaseWaits.Wait> tasks, AreaCode around) {
        Instant now = time.now();
        Map<Long, String> names = actors.namesOf(tasks.stream()
                .flatMap(w -> Stream.of(
                        w.assignee(), w.moved() == null ? null : w.moved().by()))
                .filter(Objects::nonNull)
                .toList());
        return tasks.stream()
                .map(w -> new OpenWork(
                        w,
                        w.area().equals(around) ? null : areas.get(w.area()).name(),
                        w.assignee() == null ? null : names.get(w.assignee()),
                        now.isAfter(w.dueAt()),
                        w.moved() == null ? null : names.get(w.moved().by())))
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
    private List<Event> events(CaseSummary summary) {
        List<Event> newest = new ArrayList<>(events.of(summary.ref(), summary.area()));
        Collections.reverse(newest);
        return newest;
    }

    /**
     * Who has the case, and since when.
     *
     * @param holder null for nobody and for the system
     */
    record Hand(Role holder, Instant since) {

        static Hand of(CaseSummary summary) {
            return new Hand(summary.holder(), summary.since());
        }

        /** What the last milestone says, unless all that is {@code open} is one other role's to do: no milestone leads there. */
        static Hand of(CaseSummary summary, List<CaseWaits.Wait> open) {
            Set<Role> roles = open.stream().map(CaseWaits.Wait::role).collect(Collectors.toSet());
            return roles.size() != 1 || roles.contains(summary.holder())
                    ? of(summary)
                    : open.stream()
                            .min(Comparator.comparing(CaseWaits.Wait::openedAt))
                            .map(first -> new Hand(first.role(), first.openedAt()))
                            .orElseThrow();
        }
    }

    /** Where those who handle the case talk about it. */
    record Talk(String path, int count) {}

    /**
     * One open task, with the names of who took it and who moved its due date; null for nobody.
     *
     * @param place name of the area it is about; null when that is the area of the case
     */
    record OpenWork(CaseWaits.Wait task, String place, String assignee, boolean late, String mover) {}

    /** Where else the case can be looked at; null where there is nothing. */
    record Links(String page, String photos, String place) {

        public boolean any() {
            return page != null || photos != null || place != null;
        }
    }
}
