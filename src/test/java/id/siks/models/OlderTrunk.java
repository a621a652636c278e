package id.siks.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The trunk of a proposal as it was before anybody came back from his village's list; cases of that time still follow it. */
public final class OlderTrunk {

    private OlderTrunk() {}

    /** Its diagram, without a drawing. */
    public static String text() throws IOException {
        return Files.readString(Path.of("bpmn/proposal/proposal-trunk.bpmn"))
                .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                .replaceAll("(?s)<bpmn:eventBasedGateway id=\"list-awaited\".*?</bpmn:eventBasedGateway>", "")
                .replaceAll(
                        "(?s)<bpmn:intermediateCatchEvent id=\"member-mismatched\".*?</bpmn:intermediateCatchEvent>",
                        "")
                .replaceAll("<bpmn:(incoming|outgoing)>[^<]*(list-awaited|member-mismatched)[^<]*</bpmn:\\1>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"(list-awaited|member-mismatched)[^>]*/>", "")
                .replace("targetRef=\"list-awaited\"", "targetRef=\"village-finalized\"");
    }
}
