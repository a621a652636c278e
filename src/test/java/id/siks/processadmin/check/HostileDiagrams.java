package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Diagrams nobody may upload, one for each place that can carry code and each rule that can be broken. */
final class HostileDiagrams {

    private static final String CODE = "${" + Hostile.CODE + "}";
    private static final String TASK = "<bpmn:userTask id=\"decide-proposal\" name=\"Putuskan usulan\"";
    private static final String STEP = "<bpmn:serviceTask id=\"call-meeting\" name=\"Ajukan ke musyawarah\"";
    private static final String START = "<bpmn:startEvent id=\"proposal-submitted\" name=\"Usulan dikirim\">";
    private static final String PROCESS = "<bpmn:process id=\"proposal-trunk\"";
    private static final String IN_STEP = "camunda:expression=\"${proposalTrunk.callMeeting()}\">";
    private static final String TO_MEETING = "sourceRef=\"call-meeting\" targetRef=\"meeting-recorded\" />";
    private static final String AGREED = "${agreed == true}";
    private static final String RUNG = "${taskLadder.nextRungAt()}";
    private static final String OVER =
            "<bpmn:timerEventDefinition><bpmn:timeDate>2020-01-01T00:00:00Z</bpmn:timeDate></bpmn:timerEventDefinition>";
    private static final String ROUTE = "camunda:expression=\"${proposalTrunk.decideRoute()}\"";

    private static final String LOOK =
            "<bpmn:userTask id=\"second-look\" camunda:candidateGroups=\"REGENCY_VERIFIER\" camunda:formRef=\"second-look\"/>";
    private static final String DRAWN =
            "<bpmn:userTask id=\"%1$s\" camunda:formRef=\"%1$s\" camunda:formRefBinding=\"latest\"/>";

    private HostileDiagrams() {}

    static List<Hostile> all() {
        return Stream.of(
                        files(),
                        code(),
                        expressions(),
                        names(),
                        structure(),
                        words(),
                        pictures(),
                        ways(),
                        fieldCheck(),
                        period())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    private static Changes trunk() {
        return Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk");
    }

    private static Changes files() {
        Changes trunk = trunk();
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        String laughs = IntStream.range(1, 10)
                .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining());
        String half = trunk.right().substring(0, trunk.right().length() / 2);
        return trunk.content(FILE_TOO_LARGE, "10 MB", "<a>" + " ".repeat(10_000_000) + "</a>")
                .content(FILE_EMPTY, "blanks", "  \n ")
                .stored(FILE_NOT_UTF8, "UTF-16 with a mark", StandardCharsets.UTF_16)
                .stored(FILE_CONTROL_CHARACTER, "UTF-16 without a mark", StandardCharsets.UTF_16BE)
                .change(FILE_NOT_UTF8, "UTF-7 declared", "UTF-8", "UTF-7")
                .change(FILE_NOT_UTF8, "UTF-16 declared over UTF-8", "UTF-8", "UTF-16LE")
                .content(FILE_NOT_UTF8, "broken bytes", new byte[] {'<', 'a', (byte) 0xC0, (byte) 0xAF, '/', '>'})
                .change(
                        FILE_CONTROL_CHARACTER,
                        "turned writing, as a reference",
                        "Usulan dikirim",
                        "Usulan &#x202E;dikirim")
                .change(FILE_CONTROL_CHARACTER, "turned writing", "Usulan dikirim", "Usulan \u202Edikirim")
                .change(FILE_DOCTYPE, "DOCTYPE", head, head + "<!DOCTYPE x>")
                .change(FILE_DOCTYPE, "doctype in small letters", head, head + "<!doctype x>")
                .change(
                        FILE_DOCTYPE,
                        "external entity",
                        head,
                        head + "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                        "Usulan dikirim",
                        "&a;")
                .change(
                        FILE_DOCTYPE,
                        "parameter entity",
                        head,
                        head + "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/\"> %a;]>")
                .change(
                        FILE_DOCTYPE,
                        "billion laughs",
                        head,
                        head + "<!DOCTYPE x [<!ENTITY l0 \"ha\">" + laughs + "]>",
                        "Usulan dikirim",
                        "&l9;")
                .change(FILE_BROKEN, "undeclared entity", "Usulan dikirim", "&secret;")
                .change(FILE_BROKEN, "XML 1.1", "version=\"1.0\"", "version=\"1.1\"")
                .change(
                        FILE_INSTRUCTION,
                        "style sheet",
                        head,
                        head + "<?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\"?>")
                .change(
                        FILE_INCLUDES,
                        "XInclude",
                        START,
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"
                                + START)
                .content(FILE_BROKEN, "truncated", half)
                .content(FILE_BROKEN, "no XML at all", "PK34")
                .content(FILE_TOO_DEEP, "a thousand deep", "<a>".repeat(1000) + "</a>".repeat(1000))
                .change(FILE_TOO_MANY_ELEMENTS, "5,000 nodes with pictures", START, steps(5000) + START)
                .change(FILE_TOO_MANY_FLOWS, "601 flows", START, flows(601) + START)
                .change(FILE_TOO_MANY_NODES, "301 steps", START, steps(301).replace("<x/>", "") + START)
                .content(FILE_WRONG_ROOT, "a page", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")
                .content(
                        FILE_WRONG_ROOT,
                        "a table as a diagram",
                        Hostile.of(ModelKind.DMN, "proposal", "proposal-route").right());
    }

    private static String steps(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<bpmn:endEvent id=\"e%d\"><x/></bpmn:endEvent><x/>".formatted(i))
                .collect(Collectors.joining());
    }

    private static String flows(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"meeting-needed\" targetRef=\"call-meeting\"/>"
                                ::formatted)
                .collect(Collectors.joining());
    }

    private static Changes code() {
        String listener = "<bpmn:extensionElements><camunda:%s event=\"%s\" %s=\"%s\"/></bpmn:extensionElements>";
        Changes trunk = trunk();
        return trunk.change(
                        ELEMENT_NOT_ALLOWED,
                        "script task",
                        STEP,
                        "<bpmn:scriptTask id=\"x\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"
                                + STEP)
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "send task",
                        STEP,
                        "<bpmn:sendTask id=\"x\" camunda:class=\"x.Y\"/>" + STEP)
                .change(ATTRIBUTE_NOT_ALLOWED, "class", STEP, STEP + " camunda:class=\"x.Y\"")
                .change(ATTRIBUTE_NOT_ALLOWED, "plain class", STEP, STEP + " class=\"x.Y\"")
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "delegate expression",
                        STEP,
                        STEP + " camunda:delegateExpression=\"${businessTime}\"")
                .change(ATTRIBUTE_NOT_ALLOWED, "shell", STEP, STEP + " camunda:type=\"shell\"")
                .change(ATTRIBUTE_NOT_ALLOWED, "mail", STEP, STEP + " camunda:type=\"mail\"")
                .change(ATTRIBUTE_NOT_ALLOWED, "external topic", STEP, STEP + " camunda:topic=\"" + CODE + "\"")
                .change(
                        FOREIGN_EXTENSION,
                        "the engine's older name space",
                        STEP,
                        STEP + " xmlns:a=\"http://activiti.org/bpmn\" a:class=\"x.Y\"")
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "connector",
                        IN_STEP,
                        IN_STEP
                                + "<bpmn:extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId>"
                                + "</camunda:connector></bpmn:extensionElements>")
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "injected field",
                        IN_STEP,
                        IN_STEP
                                + "<bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"sh\"/></bpmn:extensionElements>")
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "execution listener",
                        IN_STEP,
                        IN_STEP + listener.formatted("executionListener", "start", "expression", CODE))
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "listener of the process",
                        START,
                        listener.formatted("executionListener", "end", "delegateExpression", "${x}") + START)
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "task listener with a script",
                        START,
                        "<bpmn:userTask id=\"x\"><bpmn:extensionElements><camunda:taskListener event=\"create\"><camunda:script"
                                + " scriptFormat=\"juel\">${1}</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>"
                                + START)
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "input mapping",
                        IN_STEP,
                        IN_STEP + "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\">"
                                + CODE + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>")
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "form field with a validator",
                        START,
                        START + "<bpmn:extensionElements><camunda:formData><camunda:formField id=\"x\" type=\"string\""
                                + " defaultValue=\"" + CODE
                                + "\"><camunda:validation><camunda:constraint name=\"validator\""
                                + " config=\"x.Y\"/></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements>")
                .change(ATTRIBUTE_NOT_ALLOWED, "form key", TASK, TASK + " camunda:formKey=\"embedded:app:x.html\"")
                .change(ATTRIBUTE_NOT_ALLOWED, "form handler", TASK, TASK + " camunda:formHandlerClass=\"x.Y\"")
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
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "mapping class of a call",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\" camunda:variableMappingClass=\"x.Y\"/>"
                                + STEP)
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "schema location",
                        "targetNamespace",
                        "xsi:schemaLocation=\"a http://127.0.0.1:1/\" targetNamespace")
                .change(VALUE_NOT_ALLOWED, "another type of expression", "bpmn:tFormalExpression", "bpmn:tExpression")
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "import",
                        PROCESS,
                        "<bpmn:import importType=\"x\" location=\"http://127.0.0.1:1/\" namespace=\"x\"/>" + PROCESS)
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "signal",
                        PROCESS,
                        "<bpmn:signal id=\"x\" name=\"" + CODE + "\"/>" + PROCESS)
                .change(ELEMENT_NOT_ALLOWED, "ad-hoc subprocess", START, "<bpmn:adHocSubProcess id=\"x\"/>" + START)
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "conditional event",
                        START,
                        "<bpmn:intermediateCatchEvent id=\"x\"><bpmn:conditionalEventDefinition/></bpmn:intermediateCatchEvent>"
                                + START)
                .change(
                        FOREIGN_EXTENSION,
                        "another vendor's extension",
                        IN_STEP,
                        IN_STEP
                                + "<bpmn:extensionElements><zeebe:taskDefinition xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" type=\"x\"/></bpmn:extensionElements>")
                .change(
                        ELEMENT_MISPLACED,
                        "a process inside a task",
                        IN_STEP,
                        IN_STEP + "<bpmn:error id=\"x\" errorCode=\"x\"/>")
                .change(TEXT_NOT_ALLOWED, "words between the steps", START, "run me" + START);
    }

    private static Changes expressions() {
        Changes trunk = trunk();
        return trunk.change(EXPRESSION_NOT_ALLOWED, "reflection in a condition", AGREED, CODE)
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
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + RUNG + "</bpmn:timeDate>",
                        "<bpmn:timeDuration>" + CODE + "</bpmn:timeDuration>")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "timer cycle",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + RUNG + "</bpmn:timeDate>",
                        "<bpmn:timeCycle>" + CODE + "</bpmn:timeCycle>")
                .change(EXPRESSION_NOT_ALLOWED, "assignee", TASK, TASK + " camunda:assignee=\"" + CODE + "\"")
                .change(EXPRESSION_NOT_ALLOWED, "due date", TASK, TASK + " camunda:dueDate=\"" + CODE + "\"")
                .change(ATTRIBUTE_NOT_ALLOWED, "follow-up date", TASK, TASK + " camunda:followUpDate=\"" + CODE + "\"")
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "candidate users",
                        TASK,
                        TASK + " camunda:candidateUsers=\"" + CODE + "\"")
                .change(ATTRIBUTE_NOT_ALLOWED, "task priority", TASK, TASK + " camunda:priority=\"" + CODE + "\"")
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
                .change(EXPRESSION_NOT_ALLOWED, "job priority", STEP, STEP + " camunda:jobPriority=\"" + CODE + "\"")
                .change(VALUE_NOT_ALLOWED, "retries", "PT10S,PT1M,PT5M,PT15M,PT1H", CODE)
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "documentation of a task",
                        IN_STEP,
                        IN_STEP + "<bpmn:documentation>" + CODE + "</bpmn:documentation>")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "called process",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"" + CODE + "\"/>" + STEP)
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "mapping of a call",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"><bpmn:extensionElements><camunda:in source=\""
                                + CODE + "\" target=\"x\"/></bpmn:extensionElements></bpmn:callActivity>" + STEP)
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "source expression of a call",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"><bpmn:extensionElements><camunda:in"
                                + " sourceExpression=\"" + CODE
                                + "\" target=\"x\"/></bpmn:extensionElements></bpmn:callActivity>"
                                + STEP)
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
                .change(
                        VALUE_NOT_ALLOWED,
                        "a process of the same deployment",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\" camunda:calledElementBinding=\"deployment\"/>"
                                + STEP)
                .change(EXPRESSION_NOT_ALLOWED, "decision", ROUTE, "camunda:decisionRef=\"" + CODE + "\"")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "collection",
                        IN_STEP,
                        IN_STEP + "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + CODE + "\"/>")
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "completion condition",
                        IN_STEP,
                        IN_STEP
                                + "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"agreed\"><bpmn:completionCondition>"
                                + CODE + "</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "own property",
                        IN_STEP,
                        IN_STEP + "<bpmn:extensionElements><camunda:properties><camunda:property name=\"a\" value=\""
                                + CODE + "\"/></camunda:properties></bpmn:extensionElements>")
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
                .change(
                        VALUE_NOT_ALLOWED,
                        "given to what counts the branches of a called process",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"><bpmn:extensionElements><camunda:in source=\"agreed\" target=\"nrOfInstances\"/></bpmn:extensionElements></bpmn:callActivity>"
                                + STEP)
                .change(
                        VALUE_NOT_ALLOWED,
                        "a table that decides for the regency",
                        ROUTE,
                        "camunda:decisionRef=\"proposal-route\" camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"decision\"")
                .change(
                        VALUE_NOT_ALLOWED,
                        "branches that decide for the regency",
                        IN_STEP,
                        IN_STEP
                                + "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"agreed\" camunda:elementVariable=\"decision\"/>");
    }

    private static Changes names() {
        Changes trunk = trunk();
        return trunk.change(ID_NOT_USABLE, "an expression as an id", "id=\"call-meeting\"", "id=\"${x}\"")
                .change(ID_TWICE, "two of one id", "id=\"call-meeting\"", "id=\"decline-proposal\"")
                .change(REFERENCE_BROKEN, "flow to nowhere", TO_MEETING, TO_MEETING.replace("meeting-recorded", "gone"))
                .change(
                        REFERENCE_BROKEN,
                        "flow to a task beside the process",
                        PROCESS,
                        "<bpmn:userTask id=\"beside\"/>" + PROCESS,
                        TO_MEETING,
                        TO_MEETING.replace("meeting-recorded", "beside"))
                .change(
                        ELEMENT_MISPLACED,
                        "a time beside the process",
                        PROCESS,
                        "<bpmn:timeDate>${secondLook}</bpmn:timeDate>" + PROCESS,
                        START,
                        LOOK + START)
                .change(
                        REFERENCE_BROKEN,
                        "default of another gateway",
                        "default=\"meeting-needed-yes\"",
                        "default=\"agreed-by-meeting-no\"")
                .change(
                        PROCESS_NOT_ONE,
                        "two processes",
                        PROCESS,
                        "<bpmn:process id=\"second\" isExecutable=\"true\"/>" + PROCESS)
                .change(PROCESS_OTHER_NAME, "another name", PROCESS, "<bpmn:process id=\"field-check\"")
                .change(PROCESS_OTHER_NAME, "not executable", "isExecutable=\"true\"", "isExecutable=\"false\"")
                .change(HISTORY_WITHOUT_END, "history for ever", " camunda:historyTimeToLive=\"P180D\"", "");
    }

    private static Changes structure() {
        Changes trunk = trunk();
        String timer = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + RUNG + "</bpmn:timeDate>";
        String loop =
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>%s</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";
        return trunk.change(START_NOT_PLAIN, "two starts", START, "<bpmn:startEvent id=\"x\"/>" + START)
                .change(
                        START_NOT_PLAIN,
                        "starts by itself",
                        START,
                        START
                                + "<bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>")
                .change(NODE_UNREACHED, "orphan", START, "<bpmn:endEvent id=\"x\"/>" + START)
                .change(
                        NODE_UNREACHED,
                        "left out",
                        TO_MEETING,
                        TO_MEETING.replace("meeting-recorded", "field-check-concluded"))
                .change(NODE_LEADS_NOWHERE, "dead end", "sourceRef=\"offer-to-list\"", "sourceRef=\"meeting-recorded\"")
                .change(
                        END_UNREACHABLE,
                        "for ever back and forth",
                        "targetRef=\"match-identity\" />\n    <bpmn:sequenceFlow id=\"identity",
                        "targetRef=\"x\" /><bpmn:serviceTask id=\"x\" camunda:expression=\"${proposalTrunk.matchIdentity()}\" camunda:asyncBefore=\"true\"/><bpmn:sequenceFlow id=\"xx\" sourceRef=\"x\" targetRef=\"x\"/><bpmn:sequenceFlow id=\"identity")
                .change(
                        FLOW_CROSSES_BORDER,
                        "into a subprocess",
                        TO_MEETING,
                        TO_MEETING.replace("meeting-recorded", "find-rung"))
                .change(
                        GATEWAY_WITHOUT_DEFAULT,
                        "no default",
                        " default=\"agreed-by-meeting-no\"",
                        "",
                        "sourceRef=\"agreed-by-meeting\" targetRef=\"decline-proposal\" />",
                        "sourceRef=\"agreed-by-meeting\" targetRef=\"decline-proposal\"><bpmn:conditionExpression>${agreed == 'no'}</bpmn:conditionExpression></bpmn:sequenceFlow>")
                .change(CONDITION_MISSING, "no default and no condition", " default=\"agreed-by-meeting-no\"", "")
                .change(
                        CONDITION_MISPLACED,
                        "condition after a step",
                        TO_MEETING,
                        TO_MEETING.replace(
                                " />",
                                "><bpmn:conditionExpression>${agreed}</bpmn:conditionExpression></bpmn:sequenceFlow>"))
                .change(
                        EVENT_NOT_ALLOWED,
                        "boundary without trigger",
                        "<bpmn:errorEventDefinition id=\"identity-mismatch-definition\" errorRef=\"identity-mismatch-error\" />",
                        "")
                .change(
                        EVENT_NOT_ALLOWED,
                        "step after an event gateway",
                        "sourceRef=\"batch-awaited\" targetRef=\"item-returned\"",
                        "sourceRef=\"batch-awaited\" targetRef=\"return-to-village\"")
                .change(
                        LOOP_WITHOUT_WAIT,
                        "turns for ever",
                        TO_MEETING,
                        TO_MEETING.replace("\"meeting-recorded\"", "\"meeting-needed\""))
                .change(
                        LOOP_WITHOUT_WAIT,
                        "turns for ever in transactions of their own",
                        STEP,
                        STEP + " camunda:asyncBefore=\"true\"",
                        TO_MEETING,
                        TO_MEETING.replace("\"meeting-recorded\"", "\"meeting-needed\""))
                .change(
                        LOOP_WITHOUT_WAIT,
                        "waits for a day that is over",
                        "<bpmn:messageEventDefinition id=\"meeting-recorded-definition\" messageRef=\"meeting-recorded-message\" />",
                        OVER,
                        "sourceRef=\"meeting-recorded\" targetRef=\"agreed-by-meeting\"",
                        "sourceRef=\"meeting-recorded\" targetRef=\"call-meeting\"")
                .change(
                        LOOP_WITHOUT_WAIT,
                        "waits behind a gateway for a day that is over",
                        "<bpmn:messageEventDefinition id=\"item-rolled-over-definition\" messageRef=\"item-rolled-over-message\" />",
                        OVER)
                .change(
                        LOOP_WITHOUT_WAIT,
                        "begun anew for ever because it is late",
                        "sourceRef=\"correct-proposal-delayed\" targetRef=\"correct-proposal-escalated\"",
                        "sourceRef=\"correct-proposal-delayed\" targetRef=\"correct-proposal\"")
                .change(
                        LOOP_WITHOUT_WAIT,
                        "waits for each entry of an empty list",
                        "<bpmn:incoming>return-to-village-to-correct-proposal</bpmn:incoming>",
                        each("${agreed}"))
                .change(
                        CALLS_ITSELF,
                        "calls itself",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"proposal-trunk\"/>" + STEP)
                .change(
                        CALLED_UNKNOWN,
                        "calls nobody",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"gone\"/>" + STEP)
                .change(
                        CALLED_OF_APPLICATION,
                        "calls what begins with a case of its own",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"/>" + STEP)
                .change(BRANCHES_TOO_MANY, "501 branches", IN_STEP, IN_STEP + loop.formatted("501"))
                .change(
                        BRANCHES_MULTIPLY,
                        "30 in each of 30",
                        STEP,
                        nested(loop.formatted("30"), loop.formatted("30")) + STEP)
                .change(
                        BRANCHES_MULTIPLY,
                        "two for each entry",
                        STEP,
                        nested(each("agreed"), loop.formatted("2")) + STEP)
                .change(BRANCHES_MULTIPLY, "a list in a list", STEP, nested(each("agreed"), each("agreed")) + STEP)
                .change(
                        BRANCHES_TOO_MANY,
                        "branches by expression",
                        IN_STEP,
                        IN_STEP + "<bpmn:multiInstanceLoopCharacteristics/>")
                .change(EXPRESSION_NOT_ALLOWED, "number of branches", IN_STEP, IN_STEP + loop.formatted(CODE))
                .change(TIMER_NOT_USABLE, "endless cycle", timer, "<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>")
                .change(TIMER_NOT_USABLE, "cron", timer, "<bpmn:timeCycle>0 0/1 * * * ?</bpmn:timeCycle>")
                .change(TIMER_NOT_USABLE, "no date", timer, "<bpmn:timeDate>tomorrow</bpmn:timeDate>")
                .change(TIMER_TOO_SHORT, "every second", timer, "<bpmn:timeCycle>R100/PT1S</bpmn:timeCycle>")
                .change(TIMER_TOO_SHORT, "in a second", timer, "<bpmn:timeDuration>PT1S</bpmn:timeDuration>")
                .change(
                        ANSWER_FORGOTTEN,
                        "asked at another gateway",
                        "${fieldCheckReturned == true}",
                        "${decision == 'reject'}")
                .change(ANSWER_NOT_ASKED, "asks a task of the code", AGREED, "${decideProposal == 'approve'}")
                .change(ANSWER_NOT_AN_OPTION, "no such option", AGREED, "${secondLook == 'yes'}", START, LOOK + START)
                .change(ANSWER_NOT_AN_OPTION, "a choice is no yes or no", AGREED, "${secondLook}", START, LOOK + START)
                .change(
                        ANSWER_NOT_GIVEN,
                        "asked after it is needed",
                        AGREED,
                        "${secondLook == 'AGREED'}",
                        START,
                        LOOK + START)
                .change(
                        ANSWER_NOT_GIVEN,
                        "a result nobody has asked for yet",
                        TO_MEETING,
                        TO_MEETING.replace("\"meeting-recorded\"", "\"x\"")
                                + "<bpmn:businessRuleTask id=\"x\" camunda:decisionRef=\"proposal-route\" camunda:resultVariable=\"worth\"/>"
                                + "<bpmn:sequenceFlow id=\"x-on\" sourceRef=\"x\" targetRef=\"meeting-recorded\"/>",
                        "${villageListNeeded == false}",
                        "${worth == 1}")
                .change(TASK_WITHOUT_STEP, "does nothing", "camunda:expression=\"${proposalTrunk.callMeeting()}\"", "")
                .change(TASK_WITHOUT_STEP, "decides nothing", ROUTE, "");
    }

    private static Changes words() {
        Changes trunk = trunk();
        for (String name : List.of("field-check", "village-meeting", "task", "execution", "loopCounter")) {
            trunk.change(VALUE_NOT_ALLOWED, "a task called " + name, START, DRAWN.formatted(name) + START);
        }
        return trunk.change(TASK_UNKNOWN, "answers for the verifier", START, DRAWN.formatted("decision") + START)
                .change(TASK_UNKNOWN, "task of another process", START, DRAWN.formatted("approve-batch") + START)
                .change(FORM_UNKNOWN, "no form", "camunda:formRef=\"decide-proposal\"", "camunda:formRef=\"gone\"")
                .change(
                        ROLE_UNKNOWN,
                        "no role",
                        "camunda:candidateGroups=\"VILLAGE_OPERATOR\"",
                        "camunda:candidateGroups=\"PROCESS_ADMIN\"")
                .change(
                        ROLE_UNKNOWN,
                        "two roles",
                        "camunda:candidateGroups=\"VILLAGE_OPERATOR\"",
                        "camunda:candidateGroups=\"VILLAGE_OPERATOR,AUDITOR\"")
                .change(MESSAGE_UNKNOWN, "nobody sends it", "name=\"item-returned\" />", "name=\"item-lost\" />")
                .change(
                        DECISION_UNKNOWN,
                        "no table",
                        ROUTE,
                        "camunda:decisionRef=\"gone\" camunda:resultVariable=\"route\"");
    }

    private static Changes pictures() {
        Changes trunk = trunk();
        String right = trunk.right();
        String bare = right.substring(0, right.indexOf("<bpmndi:BPMNDiagram")) + "</bpmn:definitions>";
        return trunk.content(PICTURE_MISSING, "no picture", bare)
                .change(PICTURE_INCOMPLETE, "a step not drawn", "bpmnElement=\"call-meeting\"", "bpmnElement=\"gone\"")
                .change(PICTURE_INCOMPLETE, "drawn nowhere", "<dc:Bounds x=\"", "<dc:Bounds x=\"NaN");
    }

    private static Changes ways() {
        Changes trunk = trunk();
        return trunk.change(
                        APPROVAL_WITHOUT_FIELD_CHECK,
                        "nobody visits",
                        "targetRef=\"request-field-check\"",
                        "targetRef=\"present-to-regency\"",
                        "sourceRef=\"village-list-needed\" targetRef=\"field-check-needed\"",
                        "sourceRef=\"village-list-needed\" targetRef=\"request-field-check\"")
                .change(
                        APPROVAL_WITHOUT_FIELD_CHECK,
                        "the route is never asked",
                        "sourceRef=\"match-identity\" targetRef=\"decide-route\"",
                        "sourceRef=\"match-identity\" targetRef=\"field-check-needed\"")
                .change(
                        APPROVAL_WITHOUT_DECISION,
                        "around the verifier",
                        "sourceRef=\"present-to-regency\" targetRef=\"decide-proposal\"",
                        "sourceRef=\"present-to-regency\" targetRef=\"approve-proposal\"")
                .change(
                        APPROVAL_WITHOUT_DECISION,
                        "a no that is a yes",
                        "sourceRef=\"regency-decision\" targetRef=\"reject-proposal\"",
                        "sourceRef=\"regency-decision\" targetRef=\"approve-proposal\"")
                .change(
                        STATION_OTHER_ROLE,
                        "the head of office decides alone",
                        "camunda:candidateGroups=\"REGENCY_VERIFIER\"",
                        "camunda:candidateGroups=\"REGENCY_OFFICE_HEAD\"")
                .change(
                        APPROVAL_WITHOUT_DECISION,
                        "the village decides",
                        "camunda:candidateGroups=\"REGENCY_VERIFIER\"",
                        "camunda:candidateGroups=\"VILLAGE_OPERATOR\"")
                .change(
                        APPROVAL_WITHOUT_DECISION,
                        "one decision for each entry of an empty list",
                        "<bpmn:incoming>present-to-regency-to-decide-proposal</bpmn:incoming>",
                        each("${agreed}"))
                .change(
                        APPROVAL_WITHOUT_DECISION,
                        "another form",
                        "camunda:formRef=\"decide-proposal\"",
                        "camunda:formRef=\"correct-proposal\"")
                .change(
                        APPROVAL_WITHOUT_DECISION,
                        "late and therefore approved",
                        "cancelActivity=\"false\" attachedToRef=\"decide-proposal\"",
                        "attachedToRef=\"decide-proposal\"",
                        "sourceRef=\"decide-proposal-delayed\" targetRef=\"decide-proposal-escalated\"",
                        "sourceRef=\"decide-proposal-delayed\" targetRef=\"approve-proposal\"")
                .change(
                        APPROVAL_WITHOUT_DECISION,
                        "straight into the register",
                        "sourceRef=\"present-to-regency\" targetRef=\"decide-proposal\"",
                        "sourceRef=\"present-to-regency\" targetRef=\"apply-to-register\"")
                .change(
                        APPROVAL_WITHOUT_DECISION,
                        "a withdrawal that approves",
                        "${proposalTrunk.closeWithdrawnProposal()}",
                        "${proposalTrunk.approveProposal()}")
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "without the minister",
                        "sourceRef=\"approve-proposal\" targetRef=\"batch-awaited\"",
                        "sourceRef=\"approve-proposal\" targetRef=\"apply-to-register\"");
    }

    private static Changes fieldCheck() {
        return Hostile.of(ModelKind.BPMN, "fieldcheck", "field-check")
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "the verifier visits himself",
                        "camunda:candidateGroups=\"DISTRICT_SOCIAL_WORKER\"",
                        "camunda:candidateGroups=\"REGENCY_VERIFIER\"")
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "one visit for each entry of an empty list",
                        "<bpmn:incoming>nobody-home-again</bpmn:incoming>",
                        each("${worker}"))
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "concluded unvisited",
                        "sourceRef=\"assign-visit\" targetRef=\"record-visit\"",
                        "sourceRef=\"assign-visit\" targetRef=\"conclude-field-check\"")
                .change(
                        END_MISSING,
                        "no end",
                        "<bpmn:endEvent id=\"visits-cancelled\" name=\"Kunjungan dibatalkan\">\n        <bpmn:incoming>cancel-visits-to-visits-cancelled</bpmn:incoming>\n      </bpmn:endEvent>",
                        "<bpmn:exclusiveGateway id=\"visits-cancelled\"/>");
    }

    private static Changes period() {
        return Hostile.of(ModelKind.BPMN, "finalization", "period-finalization")
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "around the minister",
                        "sourceRef=\"match-again\" targetRef=\"determine-batch\"",
                        "sourceRef=\"match-again\" targetRef=\"list-determined\"")
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "one approval for each entry of an empty list",
                        "<bpmn:incoming>batch-empty-no</bpmn:incoming>",
                        each("${villages}"))
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "ratified in a scope that may be entered by nobody",
                        "<bpmn:incoming>everything-returned-no</bpmn:incoming>",
                        each("villages"))
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "without the office head",
                        "sourceRef=\"batch-empty\" targetRef=\"approve-batch\"",
                        "sourceRef=\"batch-empty\" targetRef=\"confirm-batch\"")
                .change(
                        LOOP_WITHOUT_WAIT,
                        "the lanes turn in one transaction",
                        "name=\"Terapkan penetapan bertahap\" camunda:asyncBefore=\"true\"",
                        "name=\"Terapkan penetapan bertahap\"")
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "emptied and determined",
                        "sourceRef=\"list-emptied\" targetRef=\"period-ended-undetermined\"",
                        "sourceRef=\"list-emptied\" targetRef=\"determination-lane\"");
    }

    private static String nested(String outer, String inner) {
        return "<bpmn:subProcess id=\"x\">" + outer + "<bpmn:startEvent id=\"x1\"/><bpmn:userTask id=\"x2\">" + inner
                + "</bpmn:userTask><bpmn:endEvent id=\"x3\"/></bpmn:subProcess>";
    }

    private static String each(String list) {
        return "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + list + "\"/>";
    }
}
