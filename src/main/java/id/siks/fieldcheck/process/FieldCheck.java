package id.siks.fieldcheck.process;

/** The words of {@code bpmn/fieldcheck/field-check.bpmn}: everything code and diagram say to each other. */
public final class FieldCheck {

    /** Key of the process. */
    public static final String KEY = "field-check";

    /** User task: a verifier chooses who visits. */
    public static final String ASSIGN_VISIT = "assign-visit";

    /** User task: the social worker tells what he found. */
    public static final String RECORD_VISIT = "record-visit";

    /** User task: a verifier looks at a finding that speaks against the claim. */
    public static final String REVIEW_VISIT = "review-visit";

    /** Message: the case ended otherwise, nobody has to go. */
    static final String MESSAGE_CANCELLED = "field-check-cancelled";

    /** Value of the variable {@code kind}. */
    static final String KIND_VISIT = "FIELD_CHECK";

    /** Variable: true when there was exactly one worker to choose. */
    static final String WORKER_FOUND = "workerFound";

    /** Variable: account of whoever visits, as the engine's assignee; null when a visit waits for the district's workers. */
    static final String WORKER = "worker";

    /** Variable: how it goes on after a visit, a code of {@code VisitResult}. */
    static final String VISIT_RESULT = "visitResult";

    /** Variable: what the reviewer decided, a code of {@code ReviewDecision}. */
    static final String REVIEW_DECISION = "reviewDecision";

    private FieldCheck() {}
}
