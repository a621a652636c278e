package id.siks.proposal.process;

/** The words of {@code bpmn/proposal/proposal-trunk.bpmn}: everything code and diagram say to each other. */
public final class ProposalTrunk {

    /** Key of the process. */
    public static final String KEY = "proposal-trunk";

    /** User task: the village mends what came back. */
    public static final String CORRECT_PROPOSAL = "correct-proposal";

    /** User task: the verifier of the regency decides. */
    public static final String DECIDE_PROPOSAL = "decide-proposal";

    /** Error: the civil registry says otherwise. */
    static final String IDENTITY_MISMATCH = "identity-mismatch";

    /** Message: the village's meeting has spoken. */
    static final String MEETING_RECORDED = "meeting-recorded";

    /** Message: the village has closed its list with this case in it. */
    static final String VILLAGE_FINALIZED = "village-finalized";

    /** Message: it cannot be on its village's list, because the civil registry knows a member otherwise by now. */
    static final String MEMBER_MISMATCHED = "member-mismatched";

    /** Message: the visits to the home are over. */
    static final String FIELD_CHECK_CONCLUDED = "field-check-concluded";

    /** Message: the minister has determined the batch. */
    static final String BATCH_DETERMINED = "batch-determined";

    /** Message: the case was taken out of its batch. */
    static final String ITEM_RETURNED = "item-returned";

    /** Message: the ministry took the case out of its batch and ends it. */
    static final String ITEM_REJECTED = "item-rejected";

    /** Message: the case missed its batch. */
    static final String ITEM_ROLLED_OVER = "item-rolled-over";

    /** Message: the village takes the case back, or its meeting what it agreed to. */
    static final String PROPOSAL_WITHDRAWN = "proposal-withdrawn";

    /** Message: the head of the family has died. */
    static final String SUBJECT_DIED = "subject-died";

    /** Variable: whether the meeting has to be heard. */
    static final String MEETING_NEEDED = "meetingNeeded";

    /** Variable: whether the village has to put it on its list. */
    static final String VILLAGE_LIST_NEEDED = "villageListNeeded";

    /** Variable: whether somebody has to visit the home. */
    static final String FIELD_CHECK_NEEDED = "fieldCheckNeeded";

    /** Variable: whether a later meeting takes back what an earlier one agreed to, and not the village its proposal. */
    static final String BY_MEETING = "byMeeting";

    /** Variable: what the meeting said. */
    static final String AGREED = "agreed";

    /** Variable: whether the visitor wants the proposal mended first. */
    static final String FIELD_CHECK_RETURNED = "fieldCheckReturned";

    /** Variable: whether what was taken out of the batch goes to the regency and not to the village. */
    static final String TO_REGENCY = "toRegency";

    /** Variable: the verifier's decision, {@code approve}, {@code return} or {@code reject}. */
    static final String DECISION = "decision";

    private ProposalTrunk() {}
}
