package id.siks.finalization.model;

import id.siks.identity.Role;

/** Levels that close a period's list one after the other, each by one role. */
public enum Level {
    VILLAGE(Role.VILLAGE_OPERATOR),
    REGENCY(Role.REGENCY_VERIFIER),
    OFFICE_HEAD(Role.REGENCY_OFFICE_HEAD),
    REGENT(Role.REGENT),
    PROVINCE(Role.PROVINCE_OFFICER),
    MINISTRY(Role.MINISTRY_OFFICER),
    MINISTER(Role.MINISTRY_DECIDER);

    private final Role role;

    Level(Role role) {
        this.role = role;
    }

    /** Who closes at this level. */
    public Role role() {
        return role;
    }
}
