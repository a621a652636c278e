package id.siks.register;

/** Whether a person lives, as far as the register knows (glossary 8.3). Labels are {@code register.life-status.<code>}. */
public enum LifeStatus {
    ALIVE,
    DEATH_REPORTED,
    DECEASED
}
