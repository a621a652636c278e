package id.siks.processadmin.release;

/** Where the content of a release comes from. */
public enum ReleaseSource {
    /** The application brought it. */
    SHIPPED,
    /** An administrator drew it. */
    DRAFT,
    /** It was in force before. */
    ROLLBACK,
    /** It is to be used by nobody any more; the content is what it was last. */
    WITHDRAWAL
}
