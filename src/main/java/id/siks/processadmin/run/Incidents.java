package id.siks.processadmin.run;

import id.siks.area.AreaCode;
import id.siks.casework.StepsFailed;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.Page;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.engine.ProcessDiagrams;
import id.siks.processadmin.run.DeedBook.Done;
import id.siks.processadmin.run.Deeds.What;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;

/** Failed steps: why, who looks after them, and another try. */
@Service
class Incidents {

    /** Most that are shown and picked at once. */
    static final int MOST = 100;

    /** Most that are tried again because they failed at one step. */
    static final int MOST_ALIKE = 1_000;

    private static final int TRIES = 3;

    private final IncidentRows rows;
    private final Deeds deeds;
    private final DeedBook book;
    private final ManagementService engine;
    private final ProcessDiagrams diagrams;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Incidents(
            IncidentRows rows,
            Deeds deeds,
            DeedBook book,
            ManagementService engine,
            ProcessDiagrams diagrams,
            Actors actors,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.rows = rows;
        this.deeds = deeds;
        this.book = book;
        this.engine = engine;
        this.diagrams = diagrams;
        this.actors = actors;
        this.events = events;
        this.time = time;
    }

    /**
     * Some of them with why, the oldest in front.
     *
     * @param after where the page before ended, or null
     */
    Page<Told> page(String after) {
        Page<Incident> page = Page.of(rows.page(after, MOST + 1), MOST, Incident::mark);
        return new Page<>(told(page.items()), page.next());
    }

    private List<Told> told(List<Incident> some) {
        Map<String, DrawnProcess> drawn = new HashMap<>();
        Map<String, Done> done = book.of(some.stream().map(Incident::about).toList());
        Map<Long, String> owners = actors.namesOf(
                some.stream().map(Incident::owner).filter(Objects::nonNull).toList());
        return some.stream()
                .map(i -> told(
                        i,
                        drawn.computeIfAbsent(i.definition(), diagrams::of),
                        owners.get(i.owner()),
                        done.getOrDefault(i.about(), Done.NOTHING)))
                .toList();
    }

    /** How many there are. */
    long count() {
        return rows.count();
    }

    /** Who may look after one. */
    List<Actor> owners() {
        return actors.holding(Role.PROCESS_ADMIN, AreaCode.CAPITAL);
    }

    /**
     * Has the steps tried again; what somebody else has had tried meanwhile is left alone.
     *
     * @return how many are tried again
     */
    @Transactional
    public int retry(Collection<String> ids, Actor by) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw InvalidInput.at("incident", "processadmin.run.error.pick", MOST);
        }
        List<Incident> found = ids.stream()
                .distinct()
                .map(rows::find)
                .flatMap(Optional::stream)
                .filter(i -> i.job() != null)
                .toList();
        return retry(found, by);
    }

    /**
     * Has all tried again that failed at the same step of the same version as this one, the oldest {@link #MOST_ALIKE} at most;
     * none when it is gone.
     *
     * @return how many are tried again
     */
    @Transactional
    public int retryAlike(String id, Actor by) {
        return rows.find(id)
                .map(incident -> retry(rows.alike(incident, MOST_ALIKE), by))
                .orElse(0);
    }

    private int retry(List<Incident> found, Actor by) {
        if (!found.isEmpty()) {
            engine.setJobRetries(found.stream().map(Incident::job).toList(), TRIES);
        }
        found.stream()
                .map(Incident::about)
                .distinct()
                .forEach(about -> deeds.note(What.RETRIED, about, "", by.accountId()));
        return found.size();
    }

    /** Lets an administrator look after it; he is told unless he takes it himself. */
    @Transactional
    public void assign(String id, String account, Actor by) {
        Actor owner = owners().stream()
                .filter(a -> a.id().equals(account))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("owner", "processadmin.run.error.owner"));
        Incident incident = rows.find(id).orElseThrow(() -> Conflict.because("processadmin.run.error.incident-gone"));
        rows.own(incident.id(), owner.accountId(), by.accountId());
        if (!by.persons().contains(owner.accountId()) && !Objects.equals(incident.owner(), owner.accountId())) {
            events.publishEvent(new StepsFailed(owner.accountId(), 1, time.now()));
        }
        deeds.named(incident.about(), owner.accountId(), by.accountId());
    }

    private Told told(Incident incident, DrawnProcess diagram, String owner, Done done) {
        Failure failure = Failure.in(stack(incident.job()));
        Element node = diagram.find(incident.element());
        String name = node == null ? "" : node.getAttribute("name");
        return new Told(incident, name.isEmpty() ? incident.element() : name, failure, failure.cause(), owner, done);
    }

    /** Null when the job is gone meanwhile. */
    private String stack(String job) {
        return job == null || engine.createJobQuery().jobId(job).count() == 0
                ? null
                : engine.getJobExceptionStacktrace(job);
    }

    /**
     * One of them.
     *
     * @param step name of its step
     * @param owner name of whoever looks after it, or null
     * @param done what administrators did about the case or version
     */
    record Told(Incident incident, String step, Failure failure, IncidentCause cause, String owner, Done done) {}
}
