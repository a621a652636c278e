package id.siks.worklist.notice;

/** How far a mail has come. */
public enum DeliveryState {
    /** For its time, or for the next try. */
    WAITING,
    /** Somebody has it in hand. */
    SENDING,
    /** The mail server answers for it. */
    SENT,
    /** Refused, or tried often enough. */
    FAILED,
    /** The line broke or the application ended while it was under way: it may have arrived or not. */
    UNSURE,
    /** Not needed any more when its time came. */
    SUPPRESSED
}
