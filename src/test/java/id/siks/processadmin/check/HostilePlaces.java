package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;
import static id.siks.processadmin.check.Trunk.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every further place in which the engine would read a name, a version or an expression: one small file each. */
final class HostilePlaces {

    private static final String CODE = "${" + Hostile.CODE + "}";
    private static final String IN_TASK = "camunda:formRef=\"decide-proposal\" camunda:formRefBinding=\"deployment\">";
    private static final String TABLE = "camunda:decisionRef=\"proposal-route\" camunda:resultVariable=\"route\"";
    private static final String CALL = "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"";

    /** Attributes by the text they are written behind. */
    private static final Map<String, List<String>> ATTRIBUTES = Map.of(
            PROCESS,
            List.of("candidateStarterUsers", "candidateStarterGroups", "taskPriority"),
            "<bpmn:startEvent id=\"proposal-submitted\"",
            List.of("initiator", "formKey"),
            "<bpmn:error id=\"identity-mismatch-error\"",
            List.of("errorMessage"),
            "<bpmn:errorEventDefinition id=\"identity-mismatch-definition\"",
            List.of("errorMessageVariable"),
            "<bpmn:escalationEventDefinition id=\"task-delayed-event\"",
            List.of("escalationCodeVariable"),
            "<bpmn:userTask id=\"decide-proposal\"",
            List.of("formRefVersion"),
            STEP,
            List.of("taskPriority"));

    private HostilePlaces() {}

    static List<Hostile> all() {
        return Stream.of(attributes(), references(), elements(), people(), parts(), events(), column())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    private static Changes attributes() {
        Changes trunk = trunk();
        new TreeMap<>(ATTRIBUTES)
                .forEach((place, names) -> names.forEach(name -> trunk.behind(
                        ATTRIBUTE_NOT_ALLOWED,
                        name + " of " + place.replaceAll("<bpmn:| .*", ""),
                        place,
                        " camunda:" + name + "=\"" + CODE + "\"")));
        return trunk;
    }

    /** Which version of a table or process, of which tenant, and cases of the engine's own. */
    private static Changes references() {
        Changes trunk = trunk();
        for (String name : List.of("decisionRefVersion", "decisionRefVersionTag", "decisionRefTenantId")) {
            trunk.change(ATTRIBUTE_NOT_ALLOWED, name, ROUTE, TABLE + " camunda:" + name + "=\"" + CODE + "\"");
        }
        for (String name : List.of("calledElementVersion", "calledElementTenantId", "caseRef", "caseBinding")) {
            trunk.before(ATTRIBUTE_NOT_ALLOWED, name, STEP, CALL + " camunda:" + name + "=\"" + CODE + "\"/>");
        }
        String key = "<camunda:in businessKey=\"" + CODE + "\"/>";
        return trunk.before(
                ATTRIBUTE_NOT_ALLOWED,
                "business key of a call",
                STEP,
                CALL + "><bpmn:extensionElements>" + key + "</bpmn:extensionElements></bpmn:callActivity>");
    }

    private static Changes elements() {
        String listener = "<camunda:executionListener event=\"take\" expression=\"" + CODE + "\"/>";
        String error =
                "<camunda:errorEventDefinition errorRef=\"identity-mismatch-error\" expression=\"" + CODE + "\"/>";
        return trunk().behind(
                        ELEMENT_NOT_ALLOWED,
                        "data input of branches",
                        IN_STEP,
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>agreed</bpmn:loopDataInputRef></bpmn:multiInstanceLoopCharacteristics>")
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "listener of a flow",
                        TO_MEETING,
                        TO_MEETING.replace(
                                " />",
                                "><bpmn:extensionElements>" + listener
                                        + "</bpmn:extensionElements></bpmn:sequenceFlow>"))
                .change(
                        ELEMENT_MISPLACED,
                        "extension of a flow",
                        TO_MEETING,
                        TO_MEETING.replace(" />", "><bpmn:extensionElements/></bpmn:sequenceFlow>"))
                .behind(
                        ELEMENT_NOT_ALLOWED,
                        "error told by an expression",
                        IN_STEP,
                        "<bpmn:extensionElements>" + error + "</bpmn:extensionElements>")
                .behind(
                        ELEMENT_NOT_ALLOWED,
                        "listener for a time",
                        IN_TASK,
                        "<bpmn:extensionElements><camunda:taskListener event=\"timeout\" id=\"late\" expression=\""
                                + CODE
                                + "\"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>"
                                + "</camunda:taskListener></bpmn:extensionElements>")
                .behind(
                        ELEMENT_NOT_ALLOWED,
                        "standard loop",
                        IN_STEP,
                        "<bpmn:standardLoopCharacteristics><bpmn:loopCondition>" + CODE
                                + "</bpmn:loopCondition></bpmn:standardLoopCharacteristics>");
    }

    private static Changes people() {
        Changes trunk = trunk();
        for (String who : List.of("potentialOwner", "humanPerformer")) {
            String person = "<bpmn:" + who + "><bpmn:resourceAssignmentExpression><bpmn:formalExpression>" + CODE
                    + "</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:" + who + ">";
            trunk.behind(ELEMENT_NOT_ALLOWED, who, IN_TASK, person);
        }
        return trunk;
    }

    private static Changes parts() {
        Changes trunk = trunk();
        for (String element :
                List.of("ioSpecification", "dataObject", "dataObjectReference", "laneSet", "transaction")) {
            trunk.before(ELEMENT_NOT_ALLOWED, element, START, "<bpmn:" + element + " id=\"x\"/>");
        }
        for (String task : List.of("receiveTask", "manualTask", "task")) {
            trunk.before(ELEMENT_NOT_ALLOWED, task, START, "<bpmn:" + task + " id=\"x\"/>");
        }
        trunk.behind(
                ATTRIBUTE_NOT_ALLOWED,
                "a property called as a task",
                IN_STEP,
                "<bpmn:extensionElements><camunda:properties><camunda:property id=\"decide-proposal\" name=\"a\" value=\"\"/>"
                        + "</camunda:properties></bpmn:extensionElements>");
        return trunk.before(
                ELEMENT_NOT_ALLOWED,
                "collaboration",
                PROCESS,
                "<bpmn:collaboration id=\"x\"><bpmn:participant id=\"y\" processRef=\"proposal-trunk\"/></bpmn:collaboration>");
    }

    private static Changes events() {
        Changes trunk = trunk();
        for (String event : List.of("compensate", "link", "cancel", "signal")) {
            String definition = "<bpmn:" + event + "EventDefinition id=\"y\"/>";
            trunk.before(
                    ELEMENT_NOT_ALLOWED,
                    event + " event",
                    START,
                    "<bpmn:intermediateThrowEvent id=\"x\">" + definition + "</bpmn:intermediateThrowEvent>");
        }
        return trunk;
    }

    private static Changes column() {
        return Hostile.of(ModelKind.DMN, "proposal", "proposal-route")
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "name of an input's variable",
                        "<input id=\"",
                        "<input camunda:inputVariable=\"" + CODE + "\" id=\"");
    }
}
