package id.siks.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** What somebody may be (glossary 4). The names are the engine's candidate groups. */
public enum Role {
    VILLAGE_OPERATOR(10),
    VILLAGE_HEAD(10),
    DISTRICT_SOCIAL_WORKER(6),
    DISTRICT_HEAD(6),
    REGENCY_VERIFIER(4),
    REGENCY_OFFICE_HEAD(4),
    REGENT(4),
    PROVINCE_OFFICER(2),
    MINISTRY_OFFICER(0),
    MINISTRY_DECIDER(0),
    AUDITOR(4),
    PROCESS_ADMIN(0),
    PROCESS_RELEASER(0),
    USER_ADMIN(0);

    private final int digits;

    Role(int digits) {
        this.digits = digits;
    }

    /** The role with this name; empty when there is none. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }

    /** Digits of the area a holder usually looks after; 0 is the nation. */
    public int digits() {
        return digits;
    }

    /**
     * True when somebody may hold the role over {@code scope} (glossary 4): over an area of its size; whoever looks on or
     * administers, over a regency, a province or the nation. Processes are the same everywhere, so their roles are the nation's.
     */
    public boolean fits(Scope scope) {
        int size = scope.prefix().length();
        return this == AUDITOR || this == USER_ADMIN ? size <= AUDITOR.digits : size == digits;
    }

    /** True for the roles that see families and cases; administrators see no personal data. */
    public boolean seesCases() {
        return this != PROCESS_ADMIN && this != PROCESS_RELEASER && this != USER_ADMIN;
    }

    /** True for the roles to whom tasks are given: those that see cases and do not only look. */
    public boolean works() {
        return seesCases() && this != AUDITOR;
    }

    /** Names of the roles of which {@code what} is true, for a query. */
    static String[] namesOf(Predicate<Role> what) {
        return Arrays.stream(values()).filter(what).map(Role::name).toArray(String[]::new);
    }

    /** True for the roles whose word decides about others; their sessions end sooner. */
    public boolean approves() {
        return switch (this) {
            case REGENCY_VERIFIER,
                    REGENCY_OFFICE_HEAD,
                    REGENT,
                    PROVINCE_OFFICER,
                    MINISTRY_OFFICER,
                    MINISTRY_DECIDER,
                    PROCESS_RELEASER -> true;
            default -> false;
        };
    }

    /**
     * True for the roles of approvers and administrators: what they do counts only after a login with a second factor
     * (security requirement 13). This is the one place that says which they are.
     */
    boolean needsSecondFactor() {
        return approves() || this == PROCESS_ADMIN || this == USER_ADMIN;
    }
}
