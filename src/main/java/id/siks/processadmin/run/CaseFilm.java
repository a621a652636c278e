package id.siks.processadmin.run;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.Picture;
import id.siks.platform.engine.EngineVariables;
import id.siks.platform.engine.ProcessDiagrams;
import id.siks.processadmin.run.Film.Happening;
import id.siks.processadmin.run.Film.How;
import id.siks.processadmin.run.Film.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;

/** Shows one process of a case moment by moment. */
@Service
class CaseFilm {

    private static final String PASSED = "#dff0e2";
    private static final String HERE = "#fdecc8";
    private static final Duration WORTH_SAYING = Duration.ofSeconds(1);

    private final CasePaths paths;
    private final ProcessDiagrams diagrams;
    private final Timeline timeline;
    private final Spans spans;
    private final BusinessTime time;

    CaseFilm(CasePaths paths, ProcessDiagrams diagrams, Timeline timeline, Spans spans, BusinessTime time) {
        this.paths = paths;
        this.diagrams = diagrams;
        this.timeline = timeline;
        this.spans = spans;
        this.time = time;
    }

    /**
     * One moment of the process.
     *
     * @param number which, from 1; outside of what there is: the latest
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Film of(CaseRef ref, CaseRun run, int number) {
        List<Passage> passages = paths.passages(run.id());
        List<TimelineEntry> events = events(ref, run);
        boolean cut = passages.size() > CasePaths.MOST;
        Instant begin =
                cut || passages.isEmpty() ? run.startedAt() : passages.get(0).startedAt();
        Stages stages = new Stages(paths.stages(run));
        List<Instant> moments = moments(begin, passages, events, stages);
        boolean inside = number >= 1 && number < moments.size();
        int shown = inside ? number : moments.size();
        Instant at = moments.get(shown - 1);
        Instant until = inside ? at : end(run);
        List<KnownValue> values = paths.values(run.id());
        Scene scene = new Scene(stages, passages, values, at, until);
        return new Film(
                shown,
                moments.size(),
                at,
                !inside,
                cut || values.size() > CasePaths.MOST,
                stages.at(until).version(),
                scene.picture(),
                scene.happened(),
                events.stream().filter(e -> moment(e, begin).equals(at)).toList(),
                scene.there(),
                scene.known());
    }

    private Instant end(CaseRun run) {
        return run.endedAt() == null ? time.now() : run.endedAt();
    }

    /** What people did while the process ran; the case may have begun before it. */
    private List<TimelineEntry> events(CaseRef ref, CaseRun run) {
        Instant end = end(run);
        return timeline.of(ref).stream()
                .filter(e -> !e.at().isBefore(run.startedAt().truncatedTo(ChronoUnit.SECONDS))
                        && !e.at().isAfter(end.plusSeconds(1)))
                .toList();
    }

    private static List<Instant> moments(
            Instant begin, List<Passage> passages, List<TimelineEntry> events, Stages stages) {
        TreeSet<Instant> moments = new TreeSet<>();
        moments.add(begin);
        passages.forEach(p -> {
            moments.add(p.startedAt());
            if (p.endedAt() != null) {
                moments.add(p.endedAt());
            }
        });
        events.forEach(e -> moments.add(moment(e, begin)));
        moments.addAll(stages.moves());
        return List.copyOf(moments);
    }

    /** What began the process was done a moment before it began. */
    private static Instant moment(TimelineEntry event, Instant begin) {
        Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
        return at.isBefore(begin) ? begin : at;
    }

    /** The diagram and the case at one moment. */
    private final class Scene {

        private final Stages stages;
        private final DrawnProcess diagram;
        private final List<Passage> passages;
        private final List<KnownValue> known;
        private final Instant at;
        private final Instant until;

        Scene(Stages stages, List<Passage> passages, List<KnownValue> values, Instant at, Instant until) {
            this.stages = stages;
            this.diagram = diagrams.of(stages.at(until).definition());
            this.passages = passages;
            this.known = values.stream().filter(v -> v.isKnown(until)).toList();
            this.at = at;
            this.until = until;
        }

        List<KnownValue> known() {
            return known;
        }

        String picture() {
            Map<String, List<Passage>> byElement = new LinkedHashMap<>();
            passages.stream().filter(p -> p.hasBegun(until)).forEach(p -> byElement
                    .computeIfAbsent(stages.element(p, until), e -> new ArrayList<>())
                    .add(p));
            Map<String, Picture.Mark> marks = new LinkedHashMap<>();
            byElement.forEach((element, there) -> marks.put(element, mark(there)));
            return Picture.of(diagram, marks);
        }

        private Picture.Mark mark(List<Passage> there) {
            Duration span = there.stream().map(p -> p.until(until)).reduce(Duration.ZERO, Duration::plus);
            return new Picture.Mark(
                    there.stream().anyMatch(p -> p.isThere(until)) ? HERE : PASSED,
                    there.size() == 1 ? null : there.size() + "×",
                    span.compareTo(WORTH_SAYING) < 0 ? null : spans.words(span));
        }

        List<Happening> happened() {
            List<Happening> happened = new ArrayList<>();
            stages.begunAt(at)
                    .forEach(stage -> happened.add(new Happening(How.MOVED, Integer.toString(stage.version()))));
            for (Passage p : passages) {
                if (p.startedAt().equals(at)) {
                    happened.add(new Happening(How.CAME, name(p)));
                }
                if (at.equals(p.endedAt())) {
                    happened.add(new Happening(p.cancelled() ? How.CANCELLED : How.LEFT, name(p)));
                }
            }
            return happened;
        }

        List<Stay> there() {
            return passages.stream()
                    .filter(p -> p.isThere(until))
                    .map(this::stay)
                    .toList();
        }

        private Stay stay(Passage p) {
            Role role = role(stages.element(p, until));
            String area = area(p.execution());
            boolean placed = role != null && role.digits() > 0 && AreaCode.isShaped(area);
            int digits = placed ? Math.min(area.length(), role.digits()) : 0;
            return new Stay(
                    name(p),
                    p.startedAt(),
                    p.until(until),
                    role,
                    placed ? new AreaCode(area.substring(0, digits)) : null);
        }

        private Role role(String element) {
            Element node = diagram.find(element);
            String group = node == null ? "" : node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "candidateGroups");
            return Arrays.stream(Role.values())
                    .filter(r -> r.name().equals(group))
                    .findFirst()
                    .orElse(null);
        }

        /** What the branch itself knows, else what the case knows. */
        private String area(String execution) {
            List<KnownValue> areas = known.stream()
                    .filter(v -> v.name().equals(EngineVariables.AREA_CODE))
                    .toList();
            return areas.stream()
                    .filter(v -> v.execution().equals(execution))
                    .findFirst()
                    .or(() -> areas.stream().findFirst())
                    .map(KnownValue::value)
                    .orElse(null);
        }

        private String name(Passage p) {
            String element = stages.element(p, until);
            Element node = diagram.find(element);
            String name = node == null ? "" : node.getAttribute("name");
            return name.isEmpty() ? element : name;
        }
    }
}
