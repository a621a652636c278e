package id.siks.processadmin.check;

import java.util.Map;

/** The name spaces of decision tables and what may stand in them. */
final class DmnSpaces {

    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private static final Map<String, String> PREFIXES = Map.of(
            "dmn", DMN,
            "camunda", CAMUNDA,
            "dmndi", "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "dc", "http://www.omg.org/spec/DMN/20180521/DC/",
            "di", "http://www.omg.org/spec/DMN/20180521/DI/",
            "biodi", "http://bpmn.io/schema/dmn/biodi/2.0",
            "modeler", "http://camunda.org/schema/modeler/1.0");

    static final AllowList ALLOWED = new AllowList(
            PREFIXES,
            """
            dmn:definitions < - : id name namespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            dmn:decision < dmn:definitions : id name camunda:historyTimeToLive camunda:versionTag
            dmn:decisionTable < dmn:decision : id hitPolicy aggregation preferredOrientation outputLabel biodi:annotationsWidth
            dmn:input < dmn:decisionTable : id label biodi:width
            dmn:inputExpression < dmn:input : id typeRef expressionLanguage
            dmn:inputValues < dmn:input : id
            dmn:output < dmn:decisionTable : id label name typeRef biodi:width
            dmn:outputValues < dmn:output : id
            dmn:rule < dmn:decisionTable : id
            dmn:inputEntry dmn:outputEntry < dmn:rule : id expressionLanguage
            +dmn:text < dmn:inputExpression dmn:inputEntry dmn:outputEntry dmn:inputValues dmn:outputValues :
            +dmn:description < dmn:rule dmn:decision dmn:decisionTable :
            ! dmn:informationRequirement dmn:knowledgeRequirement dmn:authorityRequirement dmn:association dmndi:DMNEdge
            dmndi:DMNDI < dmn:definitions :
            dmndi:DMNDiagram < dmndi:DMNDI : id name
            dmndi:DMNShape < dmndi:DMNDiagram : id dmnElementRef isCollapsed
            dmndi:DMNLabel < dmndi:DMNShape : id
            dc:Bounds < dmndi:DMNShape dmndi:DMNLabel : x y width height
            """);

    private DmnSpaces() {}
}
