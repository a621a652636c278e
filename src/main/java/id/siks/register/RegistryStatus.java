package id.siks.register;

/** What the civil registry answers about a number (glossary 13). */
public enum RegistryStatus {
    FOUND,
    NOT_FOUND,
    INACTIVE,
    DECEASED,
    DUPLICATE
}
