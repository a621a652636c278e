package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.ANSWER_OTHER_KIND;
import static id.siks.processadmin.check.Trunk.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.util.List;

/** Diagrams whose own variables hold something else than is needed where they are read. */
final class HostileKinds {

    private static final String ROLE = "camunda:candidateGroups=\"REGENCY_VERIFIER\"";
    private static final String CALL =
            "<bpmn:callActivity id=\"visit\" name=\"Kunjungi\" calledElement=\"field-check\"><bpmn:extensionElements>%s"
                    + "</bpmn:extensionElements></bpmn:callActivity>";
    private static final String LEVEL =
            "<bpmn:businessRuleTask id=\"level\" camunda:decisionRef=\"poverty-level\" camunda:resultVariable=\"level\""
                    + " camunda:mapDecisionResult=\"singleEntry\"/>";

    private HostileKinds() {}

    static List<Hostile> all() {
        Changes trunk = trunk().change(
                        ANSWER_OTHER_KIND, "a choice is more", AGREED, "${secondLook > 'A'}", START, LOOK + START)
                .change(ANSWER_OTHER_KIND, "a choice as a date", TIMER, date("secondLook"), START, LOOK + START)
                .change(
                        ANSWER_OTHER_KIND,
                        "given to a choice",
                        ROLE,
                        ROLE + " camunda:assignee=\"${secondLook}\"",
                        START,
                        LOOK + START)
                .change(
                        ANSWER_OTHER_KIND,
                        "for each of a choice",
                        IN_STEP,
                        IN_STEP + "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"secondLook\"/>",
                        START,
                        LOOK + START)
                .change(
                        ANSWER_OTHER_KIND,
                        "what a step says",
                        AGREED,
                        "${said == 'yes'}",
                        STEP,
                        STEP + " camunda:resultVariable=\"said\"");
        tables(trunk);
        calls(trunk);
        return trunk.all();
    }

    private static void tables(Changes trunk) {
        trunk.change(ANSWER_OTHER_KIND, "an answer as a date", TIMER, date("level"), START, LEVEL + START)
                .change(
                        ANSWER_OTHER_KIND,
                        "an answer as a list",
                        IN_STEP,
                        IN_STEP + "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"level\"/>",
                        START,
                        LEVEL + START)
                .before(
                        ANSWER_OTHER_KIND,
                        "counted by yes and no",
                        START,
                        called("<camunda:out source=\"workerFound\" target=\"count\"/>") + LEVEL);
    }

    private static void calls(Changes trunk) {
        trunk.change(
                        ANSWER_OTHER_KIND,
                        "yes or no from another process as text",
                        AGREED,
                        "${found == 'yes'}",
                        START,
                        called("<camunda:out source=\"workerFound\" target=\"found\"/>") + START)
                .change(
                        ANSWER_OTHER_KIND,
                        "what another process never has",
                        AGREED,
                        "${found == 'yes'}",
                        START,
                        called("<camunda:out source=\"weather\" target=\"found\"/>") + START)
                .before(
                        ANSWER_OTHER_KIND,
                        "text for another process as yes or no",
                        START,
                        LOOK + called("<camunda:in source=\"secondLook\" target=\"workerFound\"/>"));
    }

    private static String called(String handed) {
        return CALL.formatted(handed);
    }

    private static String date(String variable) {
        return "<bpmn:timeDate>${" + variable + "}</bpmn:timeDate>";
    }
}
