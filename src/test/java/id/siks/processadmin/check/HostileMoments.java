package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.ESCALATION_MISPLACED;
import static id.siks.processadmin.check.Rule.STEP_CUT_OUT;
import static id.siks.processadmin.check.Rule.STEP_MISPLACED;
import static id.siks.processadmin.check.Rule.TIMER_START_NOT_CONSTANT;
import static id.siks.processadmin.check.Trunk.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.util.List;
import java.util.stream.Stream;

/** Diagrams whose timers or steps of the ladder stand where nobody could say whose moment it is. */
final class HostileMoments {

    private static final String BESIDE = "name=\"Tenggat\" cancelActivity=\"false\" attachedToRef=\"decide-proposal\"";
    private static final String WAITED =
            "<bpmn:messageEventDefinition id=\"meeting-recorded-definition\" messageRef=\"meeting-recorded-message\" />";
    private static final String HEARD =
            "<bpmn:escalationEventDefinition id=\"task-delayed-event\" escalationRef=\"task-delayed-escalation\" />";
    private static final String HEARING = "name=\"Tenggat dekat atau lewat\" isInterrupting=\"false\"";
    private static final String AT =
            "<bpmn:timerEventDefinition><bpmn:timeDate>%s</bpmn:timeDate></bpmn:timerEventDefinition>";
    private static final String OWN_STEP = "${proposalTrunk.callMeeting()}";
    private static final String FIND = "camunda:expression=\"${taskLadder.findRung()}\"";

    private static final String DECLINED = "<bpmn:incoming>decline-proposal-to-proposal-declined</bpmn:incoming>";

    private HostileMoments() {}

    static List<Hostile> all() {
        return Stream.of(moments(), steps(), milestones(), starts(), escalations())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    private static Changes moments() {
        String rung = AT.formatted("${taskLadder.nextRungAt()}");
        return trunk().change(STEP_MISPLACED, "the next rung of no task", WAITED, rung)
                .change(
                        STEP_MISPLACED,
                        "the next rung ends the task",
                        BESIDE,
                        BESIDE.replace("cancelActivity=\"false\"", "cancelActivity=\"true\""))
                .change(
                        STEP_MISPLACED,
                        "the next rung beside a step",
                        BESIDE,
                        BESIDE.replace("\"decide-proposal\"", "\"call-meeting\""))
                .change(STEP_MISPLACED, "the next rung begins a subprocess", HEARD, rung);
    }

    private static Changes steps() {
        Changes trunk = trunk();
        for (String step : List.of("findRung", "remindWorker", "tellSupervisor", "tellOfficeHead", "tellProvince")) {
            trunk.change(STEP_MISPLACED, step + " on the way", OWN_STEP, "${taskLadder." + step + "()}");
        }
        return trunk.change(
                        STEP_MISPLACED,
                        "the ladder ends what it watches",
                        HEARING,
                        HEARING.replace("\"false\"", "\"true\""))
                .change(STEP_MISPLACED, "the ladder hears no escalation", HEARD, AT.formatted("2030-01-01T00:00:00Z"))
                .behind(STEP_MISPLACED, "the ladder in a job of its own", FIND, " camunda:asyncBefore=\"true\"");
    }

    private static Changes milestones() {
        String turn = "${proposalTrunk.presentToRegency()}";
        return trunk().change(STEP_CUT_OUT, "another step in the place of one", turn, OWN_STEP)
                .change(
                        STEP_CUT_OUT,
                        "the way past a step",
                        "targetRef=\"present-to-regency\"",
                        "targetRef=\"decide-proposal\"",
                        turn,
                        OWN_STEP);
    }

    private static Changes escalations() {
        return trunk().behind(
                        ESCALATION_MISPLACED,
                        "an end that tells of a delay",
                        DECLINED,
                        HEARD.replace("\"task-delayed-event\"", "\"another-event\""))
                .change(ESCALATION_MISPLACED, "a delay on a date of one's own", RUNG, "2030-01-01T00:00:00Z")
                .change(
                        STEP_MISPLACED,
                        "the ladder hears another escalation",
                        HEARD,
                        HEARD.replace("task-delayed-escalation", "other-escalation"),
                        "<bpmn:escalation ",
                        "<bpmn:escalation id=\"other-escalation\" escalationCode=\"other\" /><bpmn:escalation ");
    }

    private static Changes starts() {
        return trunk().change(TIMER_START_NOT_CONSTANT, "a variable", HEARD, AT.formatted("${agreed}"))
                .change(TIMER_START_NOT_CONSTANT, "a step", HEARD, AT.formatted("${taskLadder.nextRungAt()}"))
                .change(
                        TIMER_START_NOT_CONSTANT,
                        "a duration in a variable",
                        HEARD,
                        "<bpmn:timerEventDefinition><bpmn:timeDuration>${agreed}</bpmn:timeDuration></bpmn:timerEventDefinition>");
    }
}
