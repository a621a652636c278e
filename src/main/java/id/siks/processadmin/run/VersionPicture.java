package id.siks.processadmin.run;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.Picture;
import id.siks.platform.engine.ProcessDiagrams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A version as a picture: how many cases wait at each of its steps, and where some failed. */
@Component
class VersionPicture {

    private static final String BUSY = "#e8f1fa";
    private static final String FAILED = "#f8c9c4";

    private final ProcessDiagrams diagrams;
    private final Versions versions;

    VersionPicture(ProcessDiagrams diagrams, Versions versions) {
        this.diagrams = diagrams;
        this.versions = versions;
    }

    /** The version with what waits in it. */
    Drawn of(Version version) {
        DrawnProcess diagram = diagrams.of(version.id());
        Map<String, Long> waiting = bodies(versions.waiting(version.id()));
        Map<String, Long> failed = bodies(versions.failed(version.id()));
        List<Step> steps = new ArrayList<>();
        Map<String, Picture.Mark> marks = new LinkedHashMap<>();
        for (Element node : diagram.nodes()) {
            String id = DrawnProcess.id(node);
            Step step = new Step(id, name(node), waiting.getOrDefault(id, 0L), failed.getOrDefault(id, 0L));
            if (step.waiting() > 0 || step.failed() > 0) {
                steps.add(step);
                marks.put(id, mark(step));
            }
        }
        return new Drawn(Picture.of(diagram, marks), steps);
    }

    private static Picture.Mark mark(Step step) {
        return new Picture.Mark(
                step.failed() > 0 ? FAILED : BUSY,
                step.waiting() == 0 ? null : "%,d".formatted(step.waiting()).replace(',', '.'),
                step.failed() == 0 ? null : "! " + step.failed());
    }

    /** What an element does many times is one step of the picture. */
    private static Map<String, Long> bodies(Map<String, Long> counts) {
        Map<String, Long> steps = new HashMap<>();
        counts.forEach((id, n) -> steps.merge(id.replace(BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX, ""), n, Long::sum));
        return steps;
    }

    private static String name(Element node) {
        String name = node.getAttribute("name");
        return name.isEmpty() ? DrawnProcess.id(node) : name;
    }

    /**
     * A version as it stands.
     *
     * @param picture the diagram as SVG, safe to put into a page
     * @param steps where something waits, in the order of the file
     */
    record Drawn(String picture, List<Step> steps) {}

    /** One element at which cases wait or failed. */
    record Step(String id, String name, long waiting, long failed) {}
}
