package id.siks.processadmin.check;

/** Places in the shipped diagram of a proposal at which the files of tests differ from it. */
final class Trunk {

    static final String KEY = "proposal-trunk";
    static final String PROCESS = "<bpmn:process id=\"" + KEY + "\"";
    static final String START = "<bpmn:startEvent id=\"proposal-submitted\" name=\"Usulan dikirim\">";
    static final String TASK = "<bpmn:userTask id=\"decide-proposal\" name=\"Putuskan usulan\"";
    static final String STEP = "<bpmn:serviceTask id=\"call-meeting\" name=\"Ajukan ke musyawarah\"";
    static final String IN_STEP = "camunda:expression=\"${proposalTrunk.callMeeting()}\">";
    static final String TO_MEETING = "sourceRef=\"call-meeting\" targetRef=\"meeting-recorded\" />";
    static final String ROUTE = "camunda:expression=\"${proposalTrunk.decideRoute()}\"";
    static final String AGREED = "${agreed == true}";
    static final String RUNG = "${taskLadder.nextRungAt()}";
    static final String TIMER = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + RUNG + "</bpmn:timeDate>";

    /** A task of one's own, which a test puts somewhere. */
    static final String LOOK =
            "<bpmn:userTask id=\"second-look\" camunda:candidateGroups=\"REGENCY_VERIFIER\" camunda:formRef=\"second-look\"/>";

    private Trunk() {}

    /** The diagram as it is shipped, to be changed. */
    static Hostile.Changes trunk() {
        return Hostile.of(ModelKind.BPMN, "proposal", KEY);
    }
}
