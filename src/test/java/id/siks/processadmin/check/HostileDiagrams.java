package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;
import static id.siks.processadmin.check.Trunk.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.util.List;
import java.util.stream.Stream;

/** Diagrams nobody may upload, one for each rule of how a process is drawn that can be broken. */
final class HostileDiagrams {

    private static final String CODE = "${" + Hostile.CODE + "}";
    private static final String DRAWN =
            "<bpmn:userTask id=\"%1$s\" camunda:formRef=\"%1$s\" camunda:formRefBinding=\"latest\"/>";

    private HostileDiagrams() {}

    static List<Hostile> all() {
        return Stream.of(names(), structure(), words(), pictures())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    private static Changes names() {
        return trunk().change(ID_NOT_USABLE, "an expression as an id", "id=\"call-meeting\"", "id=\"${x}\"")
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
                .before(
                        PROCESS_NOT_ONE,
                        "two processes",
                        PROCESS,
                        "<bpmn:process id=\"second\" isExecutable=\"true\"/>")
                .change(PROCESS_OTHER_NAME, "another name", PROCESS, "<bpmn:process id=\"field-check\"")
                .change(PROCESS_OTHER_NAME, "not executable", "isExecutable=\"true\"", "isExecutable=\"false\"")
                .change(HISTORY_WITHOUT_END, "history for ever", " camunda:historyTimeToLive=\"P180D\"", "");
    }

    private static Changes structure() {
        Changes trunk = trunk();
        String loop =
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>%s</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";
        return trunk.before(START_NOT_PLAIN, "two starts", START, "<bpmn:startEvent id=\"x\"/>")
                .behind(
                        START_NOT_PLAIN,
                        "starts by itself",
                        START,
                        "<bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>")
                .before(NODE_UNREACHED, "orphan", START, "<bpmn:endEvent id=\"x\"/>")
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
                        Sketch.OVER,
                        "sourceRef=\"meeting-recorded\" targetRef=\"agreed-by-meeting\"",
                        "sourceRef=\"meeting-recorded\" targetRef=\"call-meeting\"")
                .change(
                        LOOP_WITHOUT_WAIT,
                        "waits behind a gateway for a day that is over",
                        "<bpmn:messageEventDefinition id=\"item-rolled-over-definition\" messageRef=\"item-rolled-over-message\" />",
                        Sketch.OVER)
                .change(
                        LOOP_WITHOUT_WAIT,
                        "begun anew for ever because it is late",
                        "sourceRef=\"correct-proposal-delayed\" targetRef=\"correct-proposal-escalated\"",
                        "sourceRef=\"correct-proposal-delayed\" targetRef=\"correct-proposal\"")
                .change(
                        LOOP_WITHOUT_WAIT,
                        "waits for each entry of an empty list",
                        "<bpmn:incoming>return-to-village-to-correct-proposal</bpmn:incoming>",
                        Sketch.each("${agreed}"))
                .before(
                        CALLS_ITSELF,
                        "calls itself",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"proposal-trunk\"/>")
                .before(CALLED_UNKNOWN, "calls nobody", STEP, "<bpmn:callActivity id=\"x\" calledElement=\"gone\"/>")
                .before(
                        CALLED_OF_APPLICATION,
                        "calls what begins with a case of its own",
                        STEP,
                        "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"/>")
                .behind(BRANCHES_TOO_MANY, "501 branches", IN_STEP, loop.formatted("501"))
                .before(BRANCHES_MULTIPLY, "30 in each of 30", STEP, nested(loop.formatted("30"), loop.formatted("30")))
                .before(
                        BRANCHES_MULTIPLY,
                        "two for each entry",
                        STEP,
                        nested(Sketch.each("agreed"), loop.formatted("2")))
                .before(
                        BRANCHES_MULTIPLY,
                        "a list in a list",
                        STEP,
                        nested(Sketch.each("agreed"), Sketch.each("agreed")))
                .behind(
                        BRANCHES_TOO_MANY,
                        "branches by expression",
                        IN_STEP,
                        "<bpmn:multiInstanceLoopCharacteristics/>")
                .behind(EXPRESSION_NOT_ALLOWED, "number of branches", IN_STEP, loop.formatted(CODE))
                .change(TIMER_NOT_USABLE, "endless cycle", TIMER, "<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>")
                .change(TIMER_NOT_USABLE, "cron", TIMER, "<bpmn:timeCycle>0 0/1 * * * ?</bpmn:timeCycle>")
                .change(TIMER_NOT_USABLE, "no date", TIMER, "<bpmn:timeDate>tomorrow</bpmn:timeDate>")
                .change(TIMER_TOO_SHORT, "every second", TIMER, "<bpmn:timeCycle>R100/PT1S</bpmn:timeCycle>")
                .change(TIMER_TOO_SHORT, "in a second", TIMER, "<bpmn:timeDuration>PT1S</bpmn:timeDuration>")
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
            trunk.before(VALUE_NOT_ALLOWED, "a task called " + name, START, DRAWN.formatted(name));
        }
        return trunk.before(TASK_UNKNOWN, "answers for the verifier", START, DRAWN.formatted("decision"))
                .before(TASK_UNKNOWN, "task of another process", START, DRAWN.formatted("approve-batch"))
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

    private static String nested(String outer, String inner) {
        return "<bpmn:subProcess id=\"x\">" + outer + "<bpmn:startEvent id=\"x1\"/><bpmn:userTask id=\"x2\">" + inner
                + "</bpmn:userTask><bpmn:endEvent id=\"x3\"/></bpmn:subProcess>";
    }
}
