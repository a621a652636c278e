package id.siks.processadmin.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places in the shipped diagram of a proposal at which the files of tests differ from it. */
final class Trunk {

    static final String KEY = "proposal-trunk";
    static final String PROCESS = "<bpmn:process id=\"" + KEY + "\"";
    static final String START = "<bpmn:startEvent id=\"proposal-submitted\" name=\"Usulan dikirim\">";
    static final String TASK = "<bpmn:userTask id=\"decide-proposal\" name=\"Putuskan usulan\"";
    static final String STEP = "<bpmn:serviceTask id=\"call-meeting\" name=\"Ajukan ke musyawarah\"";
    static final String IN_STEP = "camunda:expression=\"${proposalTrunk.callMeeting()}\">";
    static final String TO_MEETING = "sourceRef=\"call-meeting\" targetRef=\"meeting-recorded\" />";
    static final String ROUTE = "camunda:expression=\"${proposalTrunk.decideRoute()}\"";
    static final String AGREED = "${agreed == true}";
    static final String RUNG = "${taskLadder.nextRungAt()}";
    static final String TIMER = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + RUNG + "</bpmn:timeDate>";

    /** A task of one's own, which a test puts somewhere. */
    static final String LOOK =
            "<bpmn:userTask id=\"second-look\" camunda:candidateGroups=\"REGENCY_VERIFIER\" camunda:formRef=\"second-look\"/>";

    private Trunk() {}

    /** The diagram as it is shipped, to be changed. */
    static Hostile.Changes trunk() {
        return Hostile.of(ModelKind.BPMN, "proposal", KEY);
    }

    /**
     * The diagram with more of one's own directly before the approval.
     *
     * @param parts written into the process
     * @param shapes ids of those that are drawn; the first is what the decision leads to
     * @param lines ids of the lines
     */
    static String beforeApproval(String parts, List<String> shapes, List<String> lines) {
        String drawn = trunk().right()
                .replace(
                        "sourceRef=\"regency-decision\" targetRef=\"approve-proposal\"",
                        "sourceRef=\"regency-decision\" targetRef=\"" + shapes.get(0) + "\"")
                .replace("</bpmn:process>", parts + "</bpmn:process>");
        return pictured(drawn, shapes, lines);
    }

    /** The diagram with these in its picture, too. */
    static String pictured(String diagram, List<String> shapes, List<String> lines) {
        String shape =
                "<bpmndi:BPMNShape bpmnElement=\"%s\"><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>";
        String line =
                "<bpmndi:BPMNEdge bpmnElement=\"%s\"><di:waypoint x=\"1\" y=\"1\"/><di:waypoint x=\"2\" y=\"2\"/></bpmndi:BPMNEdge>";
        String drawn = Stream.concat(
                        shapes.stream().map(shape::formatted), lines.stream().map(line::formatted))
                .collect(Collectors.joining());
        return diagram.replace("</bpmndi:BPMNPlane>", drawn + "</bpmndi:BPMNPlane>");
    }
}
