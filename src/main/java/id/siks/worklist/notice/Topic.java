package id.siks.worklist.notice;

/** Kinds of notices as people choose between them. */
public enum Topic {
    /** What colleagues did with one's work or ask of one. */
    WORK,
    /** One was named in a comment. */
    TALK,
    /** What became of cases one opened. */
    CASES,
    /** Dates of a period that were moved. */
    DATES,
    /** Work that becomes or is late. Whoever answers for it cannot close his eyes to it. */
    LATE;

    /** True when it may be kept off the first page. */
    public boolean isOptional() {
        return this != LATE;
    }
}
