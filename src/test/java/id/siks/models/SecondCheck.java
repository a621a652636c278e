package id.siks.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an administrator draws in the walkthrough and in the journeys: the trunk of a proposal with a second check. */
public final class SecondCheck {

    /** Id of the new task and of its form. */
    public static final String TASK = "periksa-kedua";

    private static final String DRAWN =
            """
            <bpmn:userTask id="periksa-kedua" name="Periksa kedua" camunda:candidateGroups="REGENCY_OFFICE_HEAD"
                camunda:formRef="periksa-kedua" camunda:formRefBinding="latest">
              <bpmn:extensionElements><camunda:properties>
                <camunda:property name="shows" value="decide-proposal"/>
              </camunda:properties></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:exclusiveGateway id="agreed-again" name="Setuju?" default="agreed-again-no"/>
            <bpmn:sequenceFlow id="checked-again" sourceRef="periksa-kedua" targetRef="agreed-again"/>
            <bpmn:sequenceFlow id="agreed-again-yes" name="ya" sourceRef="agreed-again" targetRef="approve-proposal">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${periksaKedua == 'AGREED'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="agreed-again-no" name="tidak" sourceRef="agreed-again" targetRef="decide-proposal"/>
            </bpmn:process>""";
    private static final String PICTURE =
            """
            <bpmndi:BPMNShape id="periksa-kedua-shape" bpmnElement="periksa-kedua"><dc:Bounds x="2125" y="380" width="100" height="80"/></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="agreed-again-shape" bpmnElement="agreed-again" isMarkerVisible="true">
              <dc:Bounds x="2265" y="395" width="50" height="50"/><bpmndi:BPMNLabel><dc:Bounds x="2312" y="413" width="46" height="14"/></bpmndi:BPMNLabel>
            </bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="checked-again-edge" bpmnElement="checked-again">
              <di:waypoint x="2225" y="420"/><di:waypoint x="2265" y="420"/>
            </bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="agreed-again-yes-edge" bpmnElement="agreed-again-yes">
              <di:waypoint x="2290" y="395"/><di:waypoint x="2290" y="365"/><di:waypoint x="2190" y="365"/><di:waypoint x="2190" y="340"/><bpmndi:BPMNLabel><dc:Bounds x="2235" y="348" width="14" height="14"/></bpmndi:BPMNLabel>
            </bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="agreed-again-no-edge" bpmnElement="agreed-again-no">
              <di:waypoint x="2290" y="445"/><di:waypoint x="2290" y="490"/><di:waypoint x="1920" y="490"/><di:waypoint x="1920" y="340"/><bpmndi:BPMNLabel><dc:Bounds x="2240" y="473" width="28" height="14"/></bpmndi:BPMNLabel>
            </bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>""";

    private static final String AROUND =
            """
            <di:waypoint x="2095" y="300"/><di:waypoint x="2095" y="420"/><di:waypoint x="2125" y="420"/>""";

    private SecondCheck() {}

    /** The diagram: who approves a proposal is checked by the head of the office. */
    public static String trunk() throws IOException {
        return Files.readString(Path.of("bpmn/proposal/proposal-trunk.bpmn"))
                .replace(
                        "sourceRef=\"regency-decision\" targetRef=\"approve-proposal\"",
                        "sourceRef=\"regency-decision\" targetRef=\"periksa-kedua\"")
                .replace("<di:waypoint x=\"2140\" y=\"300\" />", AROUND)
                .replace("<dc:Bounds x=\"2086\" y=\"306\" width", "<dc:Bounds x=\"2100\" y=\"346\" width")
                .replace("</bpmn:process>", DRAWN)
                .replace("</bpmndi:BPMNPlane>", PICTURE);
    }
}
