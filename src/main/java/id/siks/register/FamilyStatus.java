package id.siks.register;

/** How the register holds a family (glossary 8.2). Labels are {@code register.family-status.<code>}. */
public enum FamilyStatus {
    PROPOSED,
    ACTIVE,
    INACTIVE,
    MERGED
}
