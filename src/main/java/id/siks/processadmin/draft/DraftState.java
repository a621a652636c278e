package id.siks.processadmin.draft;

/** How far a draft has come. Only an open one can be saved. */
public enum DraftState {
    OPEN,
    PROPOSED,
    RELEASED,
    DROPPED
}
