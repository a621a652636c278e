package id.siks.identity;

/** What somebody did with a person's data. */
public enum AccessKind {
    READ,
    SEARCH,
    /** A masked value was shown in full. */
    REVEAL,
    PRINT,
    EXPORT
}
