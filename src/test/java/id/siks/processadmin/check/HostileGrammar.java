package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;
import static id.siks.processadmin.check.Trunk.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.util.List;
import java.util.stream.Stream;

/** Diagrams the engine would not take, or would fail at later: for some person at some gateway, or silently. */
final class HostileGrammar {

    private static final String SHAPE = "<bpmndi:BPMNShape ";
    private static final String EXTENSIONS = "<bpmn:extensionElements>";
    private static final String BOUNDARY =
            "<bpmn:boundaryEvent id=\"%s\" attachedToRef=\"%s\"><bpmn:%sEventDefinition %sRef=\"%s\"/></bpmn:boundaryEvent>";
    private static final String EACH = "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"agreed\"/>";

    private HostileGrammar() {}

    static List<Hostile> all() {
        return Stream.of(
                        once(),
                        needed(),
                        events(),
                        grammar(),
                        conditions(),
                        periodConditions(),
                        places(),
                        times(),
                        tries())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    private static Changes once() {
        String retries = "<camunda:failedJobRetryTimeCycle>";
        String condition = AGREED + "</bpmn:conditionExpression>";
        return trunk().behind(
                        ELEMENT_TWICE,
                        "two conditions of one flow",
                        condition,
                        "<bpmn:conditionExpression>${agreed == false}</bpmn:conditionExpression>")
                .before(
                        ELEMENT_TWICE,
                        "extensions twice",
                        EXTENSIONS,
                        "<bpmn:extensionElements></bpmn:extensionElements>")
                .behind(ELEMENT_TWICE, "repeated twice", IN_STEP, EACH + EACH)
                .before(
                        ELEMENT_TWICE,
                        "two rhythms of trying again",
                        retries,
                        retries + "PT1M</camunda:failedJobRetryTimeCycle>");
    }

    private static Changes needed() {
        String thrown = "<bpmn:%1$s id=\"bare\"/>";
        String end = "<bpmn:%1$s id=\"x\"><bpmn:%2$sEventDefinition %2$sRef=\"bare\"/></bpmn:%1$s>";
        String call =
                "<bpmn:callActivity id=\"x\" calledElement=\"field-check\"><bpmn:extensionElements><camunda:%s/></bpmn:extensionElements></bpmn:callActivity>";
        String bounds = "><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>";
        return trunk().change(
                        ATTRIBUTE_MISSING,
                        "an error without a code",
                        PROCESS,
                        thrown.formatted("error") + PROCESS,
                        START,
                        end.formatted("endEvent", "error") + START)
                .change(
                        ATTRIBUTE_MISSING,
                        "an escalation without a code",
                        PROCESS,
                        thrown.formatted("escalation") + PROCESS,
                        START,
                        end.formatted("intermediateThrowEvent", "escalation") + START)
                .before(ATTRIBUTE_MISSING, "handed over to nobody", STEP, call.formatted("in source=\"agreed\""))
                .before(ATTRIBUTE_MISSING, "handed back from nowhere", STEP, call.formatted("out target=\"x\""))
                .behind(
                        ATTRIBUTE_MISSING,
                        "a property without a name",
                        EXTENSIONS,
                        "<camunda:properties><camunda:property value=\"x\"/></camunda:properties>")
                .behind(
                        ATTRIBUTE_MISSING,
                        "an entry of no list",
                        IN_STEP,
                        "<bpmn:multiInstanceLoopCharacteristics camunda:elementVariable=\"each\"><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")
                .change(ATTRIBUTE_MISSING, "a form of no version", " camunda:formRefBinding=\"deployment\"", "")
                .change(
                        ATTRIBUTE_MISSING,
                        "everything a table says",
                        "camunda:expression=\"${proposalTrunk.decideRoute()}\"",
                        "camunda:decisionRef=\"proposal-route\" camunda:resultVariable=\"route\"")
                .before(ATTRIBUTE_MISSING, "a shape of nothing", SHAPE, "<bpmndi:BPMNShape" + bounds)
                .before(
                        PICTURE_INCOMPLETE,
                        "a shape of what is not there",
                        SHAPE,
                        SHAPE + "bpmnElement=\"gone\"" + bounds)
                .change(
                        REFERENCE_BROKEN,
                        "a note tied to nothing",
                        "</bpmn:process>",
                        "<bpmn:association id=\"x\" sourceRef=\"call-meeting\" targetRef=\"gone\"/></bpmn:process>");
    }

    private static Changes events() {
        String heard =
                "<bpmn:escalationEventDefinition id=\"task-delayed-event\" escalationRef=\"task-delayed-escalation\" />";
        return trunk().change(
                        EVENT_NOT_ALLOWED,
                        "a way past the event gateway",
                        TO_MEETING,
                        TO_MEETING.replace("meeting-recorded", "item-returned"))
                .change(
                        EVENT_NOT_ALLOWED,
                        "an error that does not end anything",
                        heard,
                        "<bpmn:errorEventDefinition errorRef=\"identity-mismatch-error\"/>")
                .before(
                        EVENT_NOT_ALLOWED,
                        "an escalation at a step",
                        START,
                        BOUNDARY.formatted("x", "call-meeting", "escalation", "escalation", "task-delayed-escalation"))
                .before(
                        EVENT_TWICE,
                        "a message at two borders of a task",
                        START,
                        BOUNDARY.formatted("x", "decide-proposal", "message", "message", "item-returned-message")
                                + BOUNDARY.formatted(
                                        "y", "decide-proposal", "message", "message", "item-returned-message"))
                .change(
                        EVENT_TWICE,
                        "a message that begins two subprocesses",
                        "messageRef=\"subject-died-message\"",
                        "messageRef=\"proposal-withdrawn-message\"")
                .change(
                        EVENT_TWICE,
                        "any escalation beside one of them",
                        PROCESS,
                        "<bpmn:escalation id=\"any\"/>" + PROCESS,
                        START,
                        BOUNDARY.formatted("x", "decide-proposal", "escalation", "escalation", "any")
                                + BOUNDARY.formatted(
                                        "y", "decide-proposal", "escalation", "escalation", "task-delayed-escalation")
                                + START)
                .change(
                        FLOW_CROSSES_BORDER,
                        "a flow to what begins by itself",
                        TO_MEETING,
                        TO_MEETING.replace("meeting-recorded", "withdrawal"))
                .change(
                        ATTRIBUTE_NOT_ALLOWED,
                        "an event gateway that waits afterwards",
                        "<bpmn:eventBasedGateway ",
                        "<bpmn:eventBasedGateway camunda:asyncAfter=\"true\" ");
    }

    private static Changes grammar() {
        String outgoing = "<bpmn:outgoing>match-identity-to-decide-route</bpmn:outgoing>";
        return trunk().change(FILE_NOT_BPMN, "no name space", " targetNamespace=\"http://siks.id/bpmn\"", "")
                .change(
                        FILE_NOT_BPMN,
                        "a gateway that leads sideways",
                        "<bpmn:exclusiveGateway ",
                        "<bpmn:exclusiveGateway gatewayDirection=\"Sideways\" ")
                .behind(
                        FILE_NOT_BPMN,
                        "documented behind its flows",
                        outgoing,
                        "<bpmn:documentation>Nanti.</bpmn:documentation>")
                .change(
                        FILE_NOT_BPMN,
                        "a picture called like a step",
                        "id=\"returned-to-regency-yes-edge\"",
                        "id=\"call-meeting\"");
    }

    private static Changes conditions() {
        Changes trunk = trunk();
        for (String other : List.of("agreed > 1", "agreed == 1", "agreed == 'yes'", "agreed > true", "decision")) {
            trunk.change(VARIABLE_OTHER_KIND, other, AGREED, "${" + other + "}");
        }
        for (String other : List.of("rung", "rung == 1", "rung == true", "rung &lt; 'z'")) {
            trunk.change(VARIABLE_OTHER_KIND, other, "${rung == 'reminder'}", "${" + other + "}");
        }
        return trunk;
    }

    private static Changes periodConditions() {
        return Hostile.of(ModelKind.BPMN, "finalization", "period-finalization")
                .change(VARIABLE_OTHER_KIND, "a list", "${batchEmpty}", "${villages}")
                .change(VARIABLE_OTHER_KIND, "a date", "${batchEmpty}", "${opensAt == true}");
    }

    private static Changes places() {
        return trunk().change(
                        VARIABLE_OTHER_KIND, "yes or no as a date", TIMER, "<bpmn:timeDate>${agreed}</bpmn:timeDate>")
                .change(
                        VARIABLE_OTHER_KIND,
                        "a choice as a length of time",
                        TIMER,
                        "<bpmn:timeDuration>${decision}</bpmn:timeDuration>")
                .behind(VARIABLE_OTHER_KIND, "for each of yes and no", IN_STEP, EACH)
                .change(
                        VARIABLE_OTHER_KIND,
                        "given to a choice",
                        "camunda:candidateGroups=\"REGENCY_VERIFIER\"",
                        "camunda:candidateGroups=\"REGENCY_VERIFIER\" camunda:assignee=\"${decision}\"");
    }

    private static Changes times() {
        Changes trunk = trunk();
        for (String length : List.of("pt20m", "PT+20M", "PT20H-5M", "P1W2D", "P", "PT", "P1DT", "P900Y", "PT20.5H")) {
            trunk.change(TIMER_NOT_USABLE, length, TIMER, "<bpmn:timeDuration>" + length + "</bpmn:timeDuration>");
        }
        for (String cycle : List.of("R3/P1W2D", "R3/PT", "R3/2030-01-01T00:00:00Z", "r3/PT1H")) {
            trunk.change(TIMER_NOT_USABLE, cycle, TIMER, "<bpmn:timeCycle>" + cycle + "</bpmn:timeCycle>");
        }
        for (String date : List.of("2030-01-01t00:00:00z", "2030-02-30T00:00:00Z", "2030-01-01T00:00:00+07:00:30")) {
            trunk.change(TIMER_NOT_USABLE, date, TIMER, "<bpmn:timeDate>" + date + "</bpmn:timeDate>");
        }
        return trunk.change(TIMER_TOO_SHORT, "no days", TIMER, "<bpmn:timeDuration>P0D</bpmn:timeDuration>");
    }

    private static Changes tries() {
        Changes trunk = trunk();
        for (String again : List.of("P5S", "P5H", "PT5D", "PT0S", "PT1M,PT0S", "R0/PT5M", "PT5M;PT5M")) {
            trunk.change(VALUE_NOT_ALLOWED, "tried again after " + again, "PT10S,PT1M,PT5M,PT15M,PT1H", again);
        }
        return trunk;
    }
}
