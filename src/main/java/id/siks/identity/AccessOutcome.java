package id.siks.identity;

/** How an access ended. */
public enum AccessOutcome {
    GRANTED,
    REFUSED
}
