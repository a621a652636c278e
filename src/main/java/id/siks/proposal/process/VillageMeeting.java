package id.siks.proposal.process;

/** The words of {@code bpmn/proposal/village-meeting.bpmn}: everything code and diagram say to each other. */
public final class VillageMeeting {

    /** Key of the process. */
    public static final String KEY = "village-meeting";

    /** User task: the operator writes down what the meeting decided. */
    public static final String RECORD_MEETING = "record-meeting";

    /** User task: the village head signs. */
    public static final String SIGN_MEETING = "sign-meeting";

    /** Message: nobody is left to be talked about. */
    static final String FAMILIES_GONE = "families-gone";

    /** Value of the variable {@code kind}. */
    static final String KIND_MEETING = "VILLAGE_MEETING";

    /** Variable: whether the head has signed. */
    static final String SIGNED = "signed";

    private VillageMeeting() {}
}
