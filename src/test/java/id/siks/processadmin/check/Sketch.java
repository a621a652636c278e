package id.siks.processadmin.check;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small processes without pictures, for what is only about the ways of tokens. */
final class Sketch {

    /** Triggers of events. */
    static final String LATE = timer("timeDuration", "PT15M");

    static final String OFTEN = timer("timeCycle", "R3/PT1H");
    static final String OVER = timer("timeDate", "2020-01-01T00:00:00Z");
    static final String OWN = "<bpmn:escalationEventDefinition escalationRef=\"raised\"/>";
    static final String MISMATCH = "<bpmn:errorEventDefinition errorRef=\"mismatch\"/>";
    static final String TERMINATE = "<bpmn:terminateEventDefinition/>";

    private Sketch() {}

    static String process(String key, String... parts) {
        return """
                <bpmn:definitions xmlns:bpmn="%s" xmlns:camunda="%s" xmlns:xsi="%s" id="sketch" targetNamespace="x">
                  <bpmn:message id="concluded" name="field-check-concluded"/><bpmn:message id="returned" name="item-returned"/>
                  <bpmn:escalation id="raised" escalationCode="own"/><bpmn:error id="mismatch" errorCode="identity-mismatch"/>
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">%s</bpmn:process>
                </bpmn:definitions>"""
                .formatted(BpmnSpaces.BPMN, BpmnSpaces.CAMUNDA, BpmnSpaces.XSI, key, String.join("", parts));
    }

    private static String timer(String kind, String time) {
        return "<bpmn:timerEventDefinition><bpmn:%1$s>%2$s</bpmn:%1$s></bpmn:timerEventDefinition>"
                .formatted(kind, time);
    }

    /** A start or an end, by id. */
    static String event(String kind, String id, String... trigger) {
        return "<bpmn:%1$s id=\"%2$s\">%3$s</bpmn:%1$s>".formatted(kind, id, String.join("", trigger));
    }

    static String start(String id) {
        return event("startEvent", id);
    }

    static String end(String id, String... trigger) {
        return event("endEvent", id, trigger);
    }

    static String waits(String id, String message) {
        return event("intermediateCatchEvent", id, "<bpmn:messageEventDefinition messageRef=\"" + message + "\"/>");
    }

    /** An event at an activity that interrupts nothing. */
    static String beside(String id, String activity, String trigger) {
        return "<bpmn:boundaryEvent id=\"%s\" attachedToRef=\"%s\" cancelActivity=\"false\">%s</bpmn:boundaryEvent>"
                .formatted(id, activity, trigger);
    }

    static String step(String id, String method) {
        return "<bpmn:serviceTask id=\"%s\" camunda:expression=\"${proposalTrunk.%s()}\"/>".formatted(id, method);
    }

    static String task(String id, String role, String... more) {
        return "<bpmn:userTask id=\"%1$s\" camunda:formRef=\"%1$s\" camunda:candidateGroups=\"%2$s\">%3$s</bpmn:userTask>"
                .formatted(id, role, String.join("", more));
    }

    static String fork(String id) {
        return "<bpmn:parallelGateway id=\"" + id + "\"/>";
    }

    static String choice(String id) {
        return "<bpmn:exclusiveGateway id=\"" + id + "\"/>";
    }

    static String inside(String id, String... parts) {
        return "<bpmn:subProcess id=\"%s\">%s</bpmn:subProcess>".formatted(id, String.join("", parts));
    }

    /** A subprocess that begins by itself, and ends what it begins in if it interrupts. */
    static String own(String id, boolean interrupts, String trigger) {
        String start = "<bpmn:startEvent id=\"%s-start\" isInterrupting=\"%s\">%s</bpmn:startEvent>"
                .formatted(id, interrupts, trigger);
        return "<bpmn:subProcess id=\"%s\" triggeredByEvent=\"true\">%s</bpmn:subProcess>"
                .formatted(id, start + end(id + "-end") + ways(id + "-start " + id + "-end"));
    }

    /** What makes an activity be done for each entry of a list. */
    static String each(String list) {
        return "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + list + "\"/>";
    }

    /** Flows from each node to the next, in rows of ids. */
    static String ways(String... rows) {
        AtomicInteger number = new AtomicInteger();
        return Arrays.stream(rows)
                .map(row -> row.split(" "))
                .map(row -> IntStream.range(1, row.length)
                        .mapToObj(i -> way(number.incrementAndGet(), row[i - 1], row[i], ""))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    static String when(String from, String to, String condition) {
        return way(
                0,
                from,
                to,
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition
                        + "</bpmn:conditionExpression>");
    }

    private static String way(int number, String from, String to, String condition) {
        return "<bpmn:sequenceFlow id=\"%1$s-to-%2$s-%3$d\" sourceRef=\"%1$s\" targetRef=\"%2$s\">%4$s</bpmn:sequenceFlow>"
                .formatted(from, to, number, condition);
    }
}
