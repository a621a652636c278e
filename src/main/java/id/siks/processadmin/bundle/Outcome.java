package id.siks.processadmin.bundle;

/** What became of a part. The names are those kept in the database; what is refused is never kept. */
enum Outcome {
    /** It left in a bundle. */
    SENT,
    /** Nothing of that name is released here; it is a draft now. */
    NEW,
    /** The very same is released here; there was nothing to do. */
    SAME,
    /** Something else is released here; it is a draft now. */
    DIFFERS,
    /** The check refuses it, and nothing of its bundle was taken. */
    REFUSED
}
