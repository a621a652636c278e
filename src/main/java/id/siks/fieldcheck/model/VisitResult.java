package id.siks.fieldcheck.model;

/** How the field check goes on after a visit. The codes are the routing values of the diagram. */
public enum VisitResult {
    /** The finding counts as it is. */
    CLEAR("clear"),
    /** The finding speaks against the claim and is reviewed. */
    CONTRADICTORY("contradictory"),
    /** Nobody opened; somebody comes again. */
    NOBODY_HOME("nobody-home"),
    /** Nobody opened the second time. */
    NOBODY_HOME_TWICE("nobody-home-twice");

    private final String code;

    VisitResult(String code) {
        this.code = code;
    }

    /** The routing value. */
    public String code() {
        return code;
    }
}
