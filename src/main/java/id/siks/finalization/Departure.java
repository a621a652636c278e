package id.siks.finalization;

/** Why a case is no longer in a list. */
public enum Departure {
    /** A level took it out to have it mended. */
    RETURNED,
    /** The ministry took it out and ended it. */
    REJECTED,
    /** It ended or went back by itself. */
    LEFT
}
