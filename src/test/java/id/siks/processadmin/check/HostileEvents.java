package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.ELEMENT_MISPLACED;
import static id.siks.processadmin.check.Rule.EVENT_UNHEARD;
import static id.siks.processadmin.check.Trunk.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Diagrams that no longer hear what the code says to them. */
final class HostileEvents {

    private static final Pattern HEARD =
            Pattern.compile("<bpmn:(?:message|error|escalation)EventDefinition id=\"([^\"]+)\" [^>]*/>");
    private static final Pattern THROWS =
            Pattern.compile("<bpmn:(endEvent|intermediateThrowEvent) (?:(?!</bpmn:\\1>).)*</bpmn:\\1>", Pattern.DOTALL);
    private static final String ONCE =
            "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";

    private HostileEvents() {}

    static List<Hostile> all() {
        return Stream.of(
                        deaf(trunk()),
                        deaf(Hostile.of(ModelKind.BPMN, "proposal", "village-meeting")),
                        deaf(Hostile.of(ModelKind.BPMN, "fieldcheck", "field-check")),
                        deaf(Hostile.of(ModelKind.BPMN, "finalization", "period-finalization")),
                        elsewhere(),
                        repeated())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    /** Each event waits for a day instead. */
    private static Changes deaf(Changes diagram) {
        String catches = THROWS.matcher(diagram.right()).replaceAll("");
        HEARD.matcher(catches)
                .results()
                .forEach(heard ->
                        diagram.change(EVENT_UNHEARD, "nobody hears " + heard.group(1), heard.group(), Sketch.OVER));
        return diagram;
    }

    private static Changes elsewhere() {
        String right = trunk().right();
        String death = right.substring(
                right.indexOf("<bpmn:subProcess id=\"death\""),
                right.indexOf("<bpmn:sequenceFlow id=\"proposal-submitted-to"));
        String wait = "<bpmn:userTask id=\"x\"/><bpmn:sequenceFlow id=\"xx\" sourceRef=\"x\" targetRef=\"%s\"/>";
        String process = "</bpmn:process>";
        return trunk().change(
                        EVENT_UNHEARD,
                        "a death that ends nothing",
                        "name=\"Kepala keluarga meninggal\" isInterrupting=\"true\"",
                        "isInterrupting=\"false\"")
                .change(
                        EVENT_UNHEARD,
                        "no part of the process hears a death",
                        death,
                        "",
                        "<bpmn:message id=\"subject-died-message\" name=\"subject-died\" />",
                        "")
                .change(
                        EVENT_UNHEARD,
                        "a death is heard while something is done only",
                        death,
                        "<bpmn:subProcess id=\"x\"><bpmn:startEvent id=\"x1\"/>" + death
                                + "<bpmn:endEvent id=\"x2\"/></bpmn:subProcess>")
                .change(
                        EVENT_UNHEARD,
                        "a rejection heard beside the decision instead",
                        "sourceRef=\"batch-awaited\" targetRef=\"item-rejected\"",
                        "sourceRef=\"decide-proposal\" targetRef=\"item-rejected\"")
                .change(
                        EVENT_UNHEARD,
                        "a task before the month is awaited",
                        "sourceRef=\"approve-proposal\" targetRef=\"batch-awaited\"",
                        "sourceRef=\"approve-proposal\" targetRef=\"x\"",
                        process,
                        wait.formatted("batch-awaited") + process)
                .change(
                        EVENT_UNHEARD,
                        "a meeting awaited by a job of its own",
                        "<bpmn:intermediateCatchEvent id=\"meeting-recorded\"",
                        "<bpmn:intermediateCatchEvent camunda:asyncBefore=\"true\" id=\"meeting-recorded\"")
                .change(
                        EVENT_UNHEARD,
                        "a step that is done some time before",
                        "<bpmn:serviceTask id=\"offer-to-list\"",
                        "<bpmn:serviceTask camunda:asyncAfter=\"true\" id=\"offer-to-list\"")
                .before(
                        EVENT_UNHEARD,
                        "a second asking for the registry without an answer",
                        process,
                        "<bpmn:serviceTask id=\"x\" camunda:expression=\"${proposalTrunk.matchIdentity()}\"/>");
    }

    /** The engine would listen inside the repetition, which nobody enters. */
    private static Changes repeated() {
        return trunk().before(
                        ELEMENT_MISPLACED,
                        "a withdrawal heard in a repetition",
                        "<bpmn:startEvent id=\"proposal-withdrawn\"",
                        ONCE)
                .before(
                        ELEMENT_MISPLACED,
                        "a ladder heard in a repetition",
                        "<bpmn:startEvent id=\"task-delayed\"",
                        ONCE);
    }
}
