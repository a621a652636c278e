package id.siks.processadmin.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A process an administrator has drawn, whole and with its picture: it calls others, one after the other, and ends. */
public final class OwnProcess {

    private OwnProcess() {}

    /**
     * Its file.
     *
     * @param key its id
     * @param called ids of the processes it calls
     */
    public static String of(String key, String... called) {
        List<String> nodes = new ArrayList<>(List.of("s"));
        List.of(called).forEach(each -> nodes.add("to-" + each));
        nodes.add("e");
        String calls = List.of(called).stream()
                .map(each -> "<bpmn:callActivity id=\"to-%1$s\" name=\"%1$s\" calledElement=\"%1$s\"/>".formatted(each))
                .collect(Collectors.joining());
        String flows = IntStream.range(1, nodes.size())
                .mapToObj(i -> "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\"/>"
                        .formatted(i, nodes.get(i - 1), nodes.get(i)))
                .collect(Collectors.joining());
        String shapes = nodes.stream()
                .map(
                        "<bpmndi:BPMNShape bpmnElement=\"%s\"><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>"
                                ::formatted)
                .collect(Collectors.joining());
        String lines = IntStream.range(1, nodes.size())
                .mapToObj(
                        "<bpmndi:BPMNEdge bpmnElement=\"f%d\"><di:waypoint x=\"1\" y=\"1\"/><di:waypoint x=\"2\" y=\"2\"/></bpmndi:BPMNEdge>"
                                ::formatted)
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="own" targetNamespace="http://siks.id/bpmn">
                  <bpmn:process id="%1$s" name="%1$s" isExecutable="true" camunda:historyTimeToLive="P180D"><bpmn:startEvent id="s"/>%2$s<bpmn:endEvent id="e"/>%3$s</bpmn:process>
                  <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="%1$s">%4$s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>"""
                .formatted(key, calls, flows, shapes + lines);
    }
}
