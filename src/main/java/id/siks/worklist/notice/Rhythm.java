package id.siks.worklist.notice;

/** How often somebody wants mail. */
public enum Rhythm {
    /** As it comes; what comes together is told together. */
    AT_ONCE,
    /** At the full hour. */
    HOURLY,
    /** Once a day, at the hour he chose. */
    DAILY
}
