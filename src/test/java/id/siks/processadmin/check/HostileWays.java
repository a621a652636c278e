package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;
import static id.siks.processadmin.check.Trunk.*;

import id.siks.processadmin.check.Hostile.Changes;
import java.util.List;
import java.util.stream.Stream;

/** Diagrams with a way to an approved state that leads past somebody. */
final class HostileWays {

    private HostileWays() {}

    static List<Hostile> all() {
        return Stream.of(ways(), fieldCheck(), period())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    private static Changes ways() {
        return trunk().change(
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
                        Sketch.each("${agreed}"))
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
                        Sketch.each("${worker}"))
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
                        Sketch.each("${villages}"))
                .change(
                        APPROVAL_WITHOUT_STATION,
                        "ratified in a scope that may be entered by nobody",
                        "<bpmn:incoming>everything-returned-no</bpmn:incoming>",
                        Sketch.each("villages"))
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
}
