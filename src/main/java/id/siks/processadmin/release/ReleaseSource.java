package id.siks.processadmin.release;

/** Where the content of a release comes from. */
public enum ReleaseSource {
    /** The application brought it. */
    SHIPPED,
    /** An administrator drew it. */
    DRAFT,
    /** It was in force before. */
    ROLLBACK
}
