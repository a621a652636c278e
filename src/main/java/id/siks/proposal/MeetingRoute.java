package id.siks.proposal;

/** What proves the village's word (Kepmensos 73/HUK/2024). */
public enum MeetingRoute {
    /** Signed minutes of a meeting. */
    MINUTES,
    /** The village held none and takes full responsibility in writing. */
    SPTJM
}
