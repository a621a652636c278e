package id.siks.processadmin.check;

import java.util.Map;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;

/** The name spaces of diagrams and what may stand in them. */
final class BpmnSpaces {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";

    private static final Map<String, String> PREFIXES = Map.of(
            "bpmn", BPMN,
            "camunda", CAMUNDA,
            "xsi", XSI,
            "bpmndi", DRAWING,
            "dc", "http://www.omg.org/spec/DD/20100524/DC",
            "di", "http://www.omg.org/spec/DD/20100524/DI",
            "modeler", "http://camunda.org/schema/modeler/1.0",
            "bioc", "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "color", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    static final AllowList ALLOWED = new AllowList(
            PREFIXES,
            """
            SCOPE = bpmn:process bpmn:subProcess
            EVENT = bpmn:startEvent bpmn:endEvent bpmn:intermediateCatchEvent bpmn:intermediateThrowEvent bpmn:boundaryEvent
            ACTIVITY = bpmn:userTask bpmn:serviceTask bpmn:businessRuleTask bpmn:callActivity bpmn:subProcess
            GATEWAY = bpmn:exclusiveGateway bpmn:parallelGateway bpmn:eventBasedGateway
            NODE = EVENT ACTIVITY GATEWAY
            ASYNC = camunda:asyncBefore camunda:asyncAfter camunda:exclusive camunda:jobPriority
            TRIGGERED = bpmn:startEvent bpmn:intermediateCatchEvent bpmn:boundaryEvent
            bpmn:definitions < - : id name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            bpmn:process < bpmn:definitions : id name isExecutable camunda:historyTimeToLive camunda:versionTag
            bpmn:message < bpmn:definitions : id name
            bpmn:error < bpmn:definitions : id name errorCode
            bpmn:escalation < bpmn:definitions : id name escalationCode
            +bpmn:documentation < SCOPE NODE bpmn:sequenceFlow : id textFormat
            bpmn:extensionElements < bpmn:process NODE bpmn:multiInstanceLoopCharacteristics :
            +camunda:failedJobRetryTimeCycle < bpmn:extensionElements :
            camunda:properties < bpmn:extensionElements :
            camunda:property < camunda:properties : name value
            camunda:in camunda:out < bpmn:extensionElements : source target variables local
            bpmn:startEvent < SCOPE : id name isInterrupting ASYNC
            bpmn:endEvent bpmn:intermediateThrowEvent < SCOPE : id name ASYNC
            bpmn:intermediateCatchEvent < SCOPE : id name ASYNC
            bpmn:boundaryEvent < SCOPE : id name attachedToRef cancelActivity ASYNC
            bpmn:userTask < SCOPE : id name default camunda:assignee camunda:candidateGroups camunda:dueDate camunda:formRef camunda:formRefBinding ASYNC
            bpmn:serviceTask < SCOPE : id name default camunda:expression camunda:resultVariable ASYNC
            bpmn:businessRuleTask < SCOPE : id name default camunda:expression camunda:decisionRef camunda:decisionRefBinding camunda:mapDecisionResult camunda:resultVariable ASYNC
            bpmn:callActivity < SCOPE : id name default calledElement camunda:calledElementBinding ASYNC
            bpmn:subProcess < SCOPE : id name default triggeredByEvent ASYNC
            bpmn:exclusiveGateway < SCOPE : id name default gatewayDirection ASYNC
            bpmn:parallelGateway < SCOPE : id name gatewayDirection ASYNC
            bpmn:eventBasedGateway < SCOPE : id name gatewayDirection camunda:asyncBefore camunda:exclusive camunda:jobPriority
            +bpmn:incoming bpmn:outgoing < NODE :
            bpmn:sequenceFlow < SCOPE : id name sourceRef targetRef
            +bpmn:conditionExpression < bpmn:sequenceFlow : id xsi:type
            bpmn:messageEventDefinition < TRIGGERED : id messageRef
            bpmn:errorEventDefinition < bpmn:startEvent bpmn:boundaryEvent bpmn:endEvent : id errorRef camunda:errorCodeVariable
            bpmn:escalationEventDefinition < bpmn:startEvent bpmn:boundaryEvent bpmn:endEvent bpmn:intermediateThrowEvent : id escalationRef
            bpmn:timerEventDefinition < TRIGGERED : id
            bpmn:terminateEventDefinition < bpmn:endEvent : id
            +bpmn:timeDate bpmn:timeDuration bpmn:timeCycle < bpmn:timerEventDefinition : id xsi:type
            bpmn:multiInstanceLoopCharacteristics < ACTIVITY : id isSequential camunda:collection camunda:elementVariable camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            +bpmn:loopCardinality < bpmn:multiInstanceLoopCharacteristics : id xsi:type
            bpmn:textAnnotation < SCOPE : id textFormat
            +bpmn:text < bpmn:textAnnotation :
            bpmn:association < SCOPE : id sourceRef targetRef associationDirection
            bpmndi:BPMNDiagram < bpmn:definitions : id name documentation resolution
            bpmndi:BPMNPlane < bpmndi:BPMNDiagram : id bpmnElement
            COLOUR = bioc:stroke bioc:fill color:background-color color:border-color color:color
            bpmndi:BPMNShape < bpmndi:BPMNPlane : id bpmnElement isExpanded isMarkerVisible isHorizontal COLOUR
            bpmndi:BPMNEdge < bpmndi:BPMNPlane : id bpmnElement sourceElement targetElement messageVisibleKind COLOUR
            bpmndi:BPMNLabel < bpmndi:BPMNShape bpmndi:BPMNEdge : id labelStyle color:color
            dc:Bounds < bpmndi:BPMNShape bpmndi:BPMNLabel : x y width height
            di:waypoint < bpmndi:BPMNEdge : x y
            """);

    private BpmnSpaces() {}
}
