package id.siks.fieldcheck.model;

/** What a reviewer does with a contradictory finding. The codes are the routing values of the diagram. */
public enum ReviewDecision {
    /** The finding stands: the claim is not confirmed. */
    ACCEPT("accept"),
    /** Somebody looks again. */
    REVISIT("revisit"),
    /** The village corrects its data first. */
    RETURN("return");

    private final String code;

    ReviewDecision(String code) {
        this.code = code;
    }

    /** The routing value. */
    public String code() {
        return code;
    }
}
