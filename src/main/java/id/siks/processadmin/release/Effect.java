package id.siks.processadmin.release;

/** From when new cases follow a release. */
public enum Effect {
    NOW,
    NEXT_PERIOD
}
