package id.siks.finalization.process;

/** The words of the diagram {@code period-finalization}: what code and model call the same. */
public final class PeriodFinalization {

    /** Id of the process and name of its file. */
    public static final String KEY = "period-finalization";

    public static final String PERIOD_PLANNED = "period-planned";
    public static final String PERIOD_OPENED = "period-opened";
    public static final String OPEN_PERIOD = "open-period";
    public static final String CLOSE_DISTRICT_LISTS = "close-district-lists";
    public static final String DISTRICT_OPENED = "district-opened";
    public static final String GATHER_VILLAGES = "gather-villages";
    public static final String FINALIZE_VILLAGE = "finalize-village";
    public static final String DISTRICT_CLOSED = "district-closed";
    public static final String VILLAGE_CUTOFF = "village-cutoff";
    /** Subprocess, timer, step and end that warn of the cut-offs. */
    public static final String CUTOFF_WARNINGS = "cutoff-warnings";

    public static final String CUTOFF_NEARED = "cutoff-neared";
    public static final String WARN_OF_CUTOFF = "warn-of-cutoff";
    public static final String CUTOFF_WARNED = "cutoff-warned";
    public static final String CLOSE_VILLAGES = "close-villages";
    public static final String CLOSE_REGENCY = "close-regency";
    public static final String REGENCY_CUTOFF = "regency-cutoff";
    public static final String SEAL_BATCH = "seal-batch";
    public static final String BATCH_EMPTY = "batch-empty";
    public static final String PERIOD_ENDED_EMPTY = "period-ended-empty";
    public static final String APPROVE_BATCH = "approve-batch";
    public static final String EVERYTHING_RETURNED = "everything-returned";
    public static final String CONFIRM_BATCH = "confirm-batch";
    public static final String LIST_APPROVED = "list-approved";
    public static final String RECORD_RATIFICATION = "record-ratification";
    public static final String FORWARD_BATCH = "forward-batch";
    public static final String MATCH_LIST = "match-list";
    public static final String LIST_MATCHED = "list-matched";
    public static final String CHECK_INTEGRITY = "check-integrity";
    public static final String DETERMINE_BATCH = "determine-batch";
    public static final String DETERMINATION_GIVEN = "determination-given";
    public static final String LIST_DETERMINED = "list-determined";
    /** Also the message: the last case left the list between the office head's word and the decree. */
    public static final String LIST_EMPTIED = "list-emptied";

    public static final String PERIOD_ENDED_UNDETERMINED = "period-ended-undetermined";
    public static final String DETERMINATION_LANE = "determination-lane";
    public static final String LANE_OPENED = "lane-opened";
    public static final String APPLY_DETERMINATION = "apply-determination";
    public static final String ANYTHING_APPLIED = "anything-applied";
    public static final String LANE_EMPTIED = "lane-emptied";
    public static final String CONCLUDE_PERIOD = "conclude-period";
    public static final String PERIOD_DETERMINED = "period-determined";

    /** Dates of the timers. */
    public static final String OPENS_AT = "opensAt";

    public static final String VILLAGE_CUTOFF_AT = "villageCutoffAt";
    public static final String REGENCY_CUTOFF_AT = "regencyCutoffAt";

    /** Codes of the districts whose villages finalise; lives for one transaction. */
    public static final String DISTRICTS = "districts";

    /** Codes of the villages of one district; lives for one transaction. */
    public static final String VILLAGES = "villages";

    /** True when the list has no case, after sealing or after single cases were returned. */
    public static final String EMPTY = "batchEmpty";

    /** True when every case of the list is compared with the civil registry; lives for one transaction. */
    public static final String MATCHED = "listMatched";

    /**
     * What the ministry's officer decided, {@link #PASS_ON} or {@link #MATCH_AGAIN}, or the minister: {@link #DETERMINE} or
     * {@link #REFUSE}.
     */
    public static final String DECISION = "decision";

    public static final String PASS_ON = "pass-on";
    /** Also the gateway that asks for it. */
    public static final String MATCH_AGAIN = "match-again";

    public static final String DETERMINE = "determine";
    public static final String REFUSE = "refuse";

    /** True when a lane found cases the decree had not reached; lives for one transaction. */
    public static final String APPLIED = "anythingApplied";

    private PeriodFinalization() {}
}
