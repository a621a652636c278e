package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;
import static id.siks.processadmin.check.Trunk.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.util.List;
import java.util.stream.Stream;

/** Diagrams with code, one for each place that can carry it. */
final class HostileCode {

    private static final String CODE = "${" + Hostile.CODE + "}";

    private HostileCode() {}

    static List<Hostile> all() {
        return Stream.of(code(), expressions())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    private static Changes code() {
        String listener = "<bpmn:extensionElements><camunda:%s event=\"%s\" %s=\"%s\"/></bpmn:extensionElements>";
        return trunk().before(
                        ELEMENT_NOT_ALLOWED,
                        "script task",
                        STEP,
                        "<bpmn:scriptTask id=\"x\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>")
                .before(ELEMENT_NOT_ALLOWED, "send task", STEP, "<bpmn:sendTask id=\"x\" camunda:class=\"x.Y\"/>")
                .behind(ATTRIBUTE_NOT_ALLOWED, "class", STEP, " camunda:class=\"x.Y\"")
                .behind(ATTRIBUTE_NOT_ALLOWED, "plain class", STEP, " class=\"x.Y\"")
                .behind(
                        ATTRIBUTE_NOT_ALLOWED,
                        "delegate expression",
                        STEP,
                        " camunda:delegateExpression=\"${businessTime}\"")
                .behind(ATTRIBUTE_NOT_ALLOWED, "shell", STEP, " camunda:type=\"shell\"")
                .behind(ATTRIBUTE_NOT_ALLOWED, "mail", STEP, " camunda:type=\"mail\"")
                .behind(ATTRIBUTE_NOT_ALLOWED, "external topic", STEP, " camunda:topic=\"" + CODE + "\"")
                .behind(
                        FOREIGN_EXTENSION,
                        "the engine's older name space",
                        STEP,
                        " xmlns:a=\"http://activiti.org/bpmn\" a:class=\"x.Y\"")
                .behind(
                        ELEMENT_NOT_ALLOWED,
                        "connector",
                        IN_STEP,
                        "<bpmn:extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId>"
                                + "</camunda:connector></bpmn:extensionElements>")
                .behind(
                        ELEMENT_NOT_ALLOWED,
                        "injected field",
                        IN_STEP,
                        "<bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"sh\"/></bpmn:extensionElements>")
                .behind(
                        ELEMENT_NOT_ALLOWED,
                        "execution listener",
                        IN_STEP,
                        listener.formatted("executionListener", "start", "expression", CODE))
                .before(
                        ELEMENT_NOT_ALLOWED,
                        "listener of the process",
                        START,
                        listener.formatted("executionListener", "end", "delegateExpression", "${x}"))
                .before(
                        ELEMENT_NOT_ALLOWED,
                        "task listener with a script",
                        START,
                        "<bpmn:userTask id=\"x\"><bpmn:extensionElements><camunda:taskListener event=\"create\"><camunda:script"
                                + " scriptFormat=\"juel\">${1}</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>")
                .behind(
                        ELEMENT_NOT_ALLOWED,
                        "input mapping",
                        IN_STEP,
                        "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\">" + CODE
                                + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>")
                .behind(
                        ELEMENT_NOT_ALLOWED,
                        "form field with a validator",
                        START,
                        "<bpmn:extensionElements><camunda:formData><camunda:formField id=\"x\" type=\"string\""
                                + " defaultValue=\"" + CODE
                                + "\"><camunda:validation><camunda:constraint name=\"validator\""
                                + " config=\"x.Y\"/></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements>")
                .behind(ATTRIBUTE_NOT_ALLOWED, "form key", TASK, " camunda:formKey=\"embedded:app:x.html\"")
                .behind(ATTRIBUTE_NOT_ALLOWED, "form handler", TASK, " camunda:formHandlerClass=\"x.Y\"")
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "scripted condition",
                        "<bpmn:conditionExpression xsi:type",
                        "<bpmn:conditionExpression language=\"groovy\" xsi:type")
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "condition in a resource",
                        "<bpmn:conditionExpression xsi:type",
                        "<bpmn:conditionExpression camunda:resource=\"deployment://x.groovy\" xsi:type")
                .before(
                        ATTRIBUTE_NOT_ALLOWED,
                        "mapping class of a call",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\" camunda:variableMappingClass=\"x.Y\"/>")
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "schema location",
                        "targetNamespace",
                        "xsi:schemaLocation=\"a http://127.0.0.1:1/\" targetNamespace")
                .change(VALUE_NOT_ALLOWED, "another type of expression", "bpmn:tFormalExpression", "bpmn:tExpression")
                .before(
                        ELEMENT_NOT_ALLOWED,
                        "import",
                        PROCESS,
                        "<bpmn:import importType=\"x\" location=\"http://127.0.0.1:1/\" namespace=\"x\"/>")
                .before(ELEMENT_NOT_ALLOWED, "signal", PROCESS, "<bpmn:signal id=\"x\" name=\"" + CODE + "\"/>")
                .before(ELEMENT_NOT_ALLOWED, "ad-hoc subprocess", START, "<bpmn:adHocSubProcess id=\"x\"/>")
                .before(
                        ELEMENT_NOT_ALLOWED,
                        "conditional event",
                        START,
                        "<bpmn:intermediateCatchEvent id=\"x\"><bpmn:conditionalEventDefinition/></bpmn:intermediateCatchEvent>")
                .behind(
                        FOREIGN_EXTENSION,
                        "another vendor's extension",
                        IN_STEP,
                        "<bpmn:extensionElements><zeebe:taskDefinition xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" type=\"x\"/></bpmn:extensionElements>")
                .behind(ELEMENT_MISPLACED, "a process inside a task", IN_STEP, "<bpmn:error id=\"x\" errorCode=\"x\"/>")
                .before(TEXT_NOT_ALLOWED, "words between the steps", START, "run me");
    }

    private static Changes expressions() {
        return trunk().change(EXPRESSION_NOT_ALLOWED, "reflection in a condition", AGREED, CODE)
                .change(EXPRESSION_NOT_ALLOWED, "the other sign", AGREED, "#{" + Hostile.CODE + "}")
                .change(EXPRESSION_NOT_ALLOWED, "execution", AGREED, "${execution.getEngineServices()}")
                .change(EXPRESSION_NOT_ALLOWED, "two expressions", AGREED, "${agreed}${agreed}")
                .change(EXPRESSION_NOT_ALLOWED, "method of a variable", AGREED, "${agreed.getClass()}")
                .change(EXPRESSION_NOT_ALLOWED, "index of a variable", AGREED, "${agreed['class']}")
                .change(EXPRESSION_NOT_ALLOWED, "assignment", AGREED, "${agreed = true}")
                .change(EXPRESSION_NOT_ALLOWED, "escaped letters", AGREED, "${agreed == '\\u0027}'}")
                .change(EXPRESSION_UNKNOWN_VARIABLE, "the engine's own object", AGREED, "${execution}")
                .change(EXPRESSION_UNKNOWN_VARIABLE, "nobody's variable", AGREED, "${nextStep == 'x'}")
                .change(STEP_UNKNOWN, "another bean", "${proposalTrunk.callMeeting()}", "${runtimeService.suspend()}")
                .change(
                        STEP_UNKNOWN,
                        "step of another process",
                        "${proposalTrunk.callMeeting()}",
                        "${periodFinalization.sealBatch()}")
                .change(STEP_UNKNOWN, "no step", "${proposalTrunk.callMeeting()}", "${proposalTrunk.hashCode()}")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "nested call",
                        "${proposalTrunk.callMeeting()}",
                        "${proposalTrunk.callMeeting(agreed)}")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "chained call",
                        "${proposalTrunk.callMeeting()}",
                        "${proposalTrunk.callMeeting().notify()}")
                .change(EXPRESSION_NOT_ALLOWED, "bare text as a step", "${proposalTrunk.callMeeting()}", "callMeeting")
                .change(STEP_MISPLACED, "an approval as a date", RUNG, "${proposalTrunk.approveProposal()}")
                .change(EXPRESSION_NOT_ALLOWED, "timer date", RUNG, CODE)
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "timer duration",
                        TIMER,
                        "<bpmn:timeDuration>" + CODE + "</bpmn:timeDuration>")
                .change(EXPRESSION_NOT_ALLOWED, "timer cycle", TIMER, "<bpmn:timeCycle>" + CODE + "</bpmn:timeCycle>")
                .behind(EXPRESSION_NOT_ALLOWED, "assignee", TASK, " camunda:assignee=\"" + CODE + "\"")
                .behind(EXPRESSION_NOT_ALLOWED, "due date", TASK, " camunda:dueDate=\"" + CODE + "\"")
                .behind(ATTRIBUTE_NOT_ALLOWED, "follow-up date", TASK, " camunda:followUpDate=\"" + CODE + "\"")
                .behind(ATTRIBUTE_NOT_ALLOWED, "candidate users", TASK, " camunda:candidateUsers=\"" + CODE + "\"")
                .behind(ATTRIBUTE_NOT_ALLOWED, "task priority", TASK, " camunda:priority=\"" + CODE + "\"")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "candidate groups",
                        "camunda:candidateGroups=\"REGENCY_VERIFIER\"",
                        "camunda:candidateGroups=\"" + CODE + "\"")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "form reference",
                        "camunda:formRef=\"decide-proposal\"",
                        "camunda:formRef=\"" + CODE + "\"")
                .change(EXPRESSION_NOT_ALLOWED, "name of a task", "name=\"Putuskan usulan\"", "name=\"" + CODE + "\"")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "name of a message",
                        "name=\"meeting-recorded\"",
                        "name=\"" + CODE + "\"")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "code of an escalation",
                        "escalationCode=\"task-delayed\"",
                        "escalationCode=\"" + CODE + "\"")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "code of an error",
                        "errorCode=\"identity-mismatch\"",
                        "errorCode=\"" + CODE + "\"")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "history",
                        "historyTimeToLive=\"P180D\"",
                        "historyTimeToLive=\"" + CODE + "\"")
                .behind(EXPRESSION_NOT_ALLOWED, "job priority", STEP, " camunda:jobPriority=\"" + CODE + "\"")
                .change(VALUE_NOT_ALLOWED, "retries", "PT10S,PT1M,PT5M,PT15M,PT1H", CODE)
                .behind(
                        EXPRESSION_NOT_ALLOWED,
                        "documentation of a task",
                        IN_STEP,
                        "<bpmn:documentation>" + CODE + "</bpmn:documentation>")
                .before(
                        EXPRESSION_NOT_ALLOWED,
                        "called process",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"" + CODE + "\"/>")
                .before(
                        EXPRESSION_NOT_ALLOWED,
                        "mapping of a call",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"><bpmn:extensionElements><camunda:in source=\""
                                + CODE + "\" target=\"x\"/></bpmn:extensionElements></bpmn:callActivity>")
                .before(
                        ATTRIBUTE_NOT_ALLOWED,
                        "source expression of a call",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"><bpmn:extensionElements><camunda:in"
                                + " sourceExpression=\"" + CODE
                                + "\" target=\"x\"/></bpmn:extensionElements></bpmn:callActivity>")
                .change(
                        VALUE_NOT_ALLOWED,
                        "a table of the same deployment",
                        ROUTE,
                        "camunda:decisionRef=\"proposal-route\" camunda:decisionRefBinding=\"deployment\" camunda:resultVariable=\"route\"")
                .change(
                        TABLE_INPUT_LACKING,
                        "a table only the code can ask",
                        ROUTE,
                        "camunda:decisionRef=\"proposal-route\" camunda:resultVariable=\"route\" camunda:mapDecisionResult=\"singleEntry\"")
                .change(
                        TABLE_NEVER_ANSWERS,
                        "a table with two outputs",
                        ROUTE,
                        "camunda:decisionRef=\"proposal-route\" camunda:resultVariable=\"route\" camunda:mapDecisionResult=\"singleEntry\"",
                        "${fieldCheckNeeded == false}",
                        "${route == false}")
                .before(
                        VALUE_NOT_ALLOWED,
                        "a process of the same deployment",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\" camunda:calledElementBinding=\"deployment\"/>")
                .change(EXPRESSION_NOT_ALLOWED, "decision", ROUTE, "camunda:decisionRef=\"" + CODE + "\"")
                .behind(
                        EXPRESSION_NOT_ALLOWED,
                        "collection",
                        IN_STEP,
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + CODE + "\"/>")
                .behind(
                        ELEMENT_NOT_ALLOWED,
                        "completion condition",
                        IN_STEP,
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"agreed\"><bpmn:completionCondition>"
                                + CODE + "</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>")
                .behind(
                        EXPRESSION_NOT_ALLOWED,
                        "own property",
                        IN_STEP,
                        "<bpmn:extensionElements><camunda:properties><camunda:property name=\"a\" value=\"" + CODE
                                + "\"/></camunda:properties></bpmn:extensionElements>")
                .change(
                        VALUE_NOT_ALLOWED,
                        "a list the engine would serialise",
                        ROUTE,
                        "camunda:decisionRef=\"proposal-route\" camunda:mapDecisionResult=\"collectEntries\" camunda:resultVariable=\"route\"")
                .change(
                        VALUE_NOT_ALLOWED,
                        "a result called as a step",
                        ROUTE,
                        "camunda:decisionRef=\"proposal-route\" camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"villageMeeting\"")
                .change(
                        VALUE_NOT_ALLOWED,
                        "a result that counts the branches",
                        ROUTE,
                        "camunda:decisionRef=\"proposal-route\" camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"nrOfInstances\"")
                .before(
                        VALUE_NOT_ALLOWED,
                        "given to what counts the branches of a called process",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"><bpmn:extensionElements><camunda:in source=\"agreed\" target=\"nrOfInstances\"/></bpmn:extensionElements></bpmn:callActivity>")
                .change(
                        VALUE_NOT_ALLOWED,
                        "a table that decides for the regency",
                        ROUTE,
                        "camunda:decisionRef=\"proposal-route\" camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"decision\"")
                .behind(
                        VALUE_NOT_ALLOWED,
                        "branches that decide for the regency",
                        IN_STEP,
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"agreed\" camunda:elementVariable=\"decision\"/>");
    }
}
