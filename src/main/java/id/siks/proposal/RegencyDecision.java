package id.siks.proposal;

/** What the verifier of the social office may say. */
public enum RegencyDecision {
    APPROVE,
    RETURN,
    REJECT
}
