package id.siks.processadmin.release;

/** What became of a proposal. */
public enum ReleaseState {
    /** It waits for a second person. */
    PROPOSED,
    /** It is in force, was, or will be at its moment. */
    RELEASED,
    /** The second person said no, or it was overtaken. */
    DECLINED
}
