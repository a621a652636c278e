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
            <bpmndi:BPMNShape id="periksa-kedua-shape" bpmnElement="periksa-kedua"><dc:Bounds x="1400" y="-120" width="100" height="80"/></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="agreed-again-shape" bpmnElement="agreed-again" isMarkerVisible="true"><dc:Bounds x="1560" y="-105" width="50" height="50"/></bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="checked-again-edge" bpmnElement="checked-again"><di:waypoint x="1500" y="-80"/><di:waypoint x="1560" y="-80"/></bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="agreed-again-yes-edge" bpmnElement="agreed-again-yes"><di:waypoint x="1610" y="-80"/><di:waypoint x="1660" y="-80"/></bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="agreed-again-no-edge" bpmnElement="agreed-again-no"><di:waypoint x="1585" y="-105"/><di:waypoint x="1585" y="-160"/></bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>""";

    private SecondCheck() {}

    /** The diagram: who approves a proposal is checked by the head of the office. */
    public static String trunk() throws IOException {
        return Files.readString(Path.of("bpmn/proposal/proposal-trunk.bpmn"))
                .replace(
                        "sourceRef=\"regency-decision\" targetRef=\"approve-proposal\"",
                        "sourceRef=\"regency-decision\" targetRef=\"periksa-kedua\"")
                .replace("</bpmn:process>", DRAWN)
                .replace("</bpmndi:BPMNPlane>", PICTURE);
    }
}
