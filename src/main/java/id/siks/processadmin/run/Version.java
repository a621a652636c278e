package id.siks.processadmin.run;

import java.time.Instant;

/**
 * One version of a process.
 *
 * @param id the engine's id
 * @param key id of the process
 * @param name what people call it
 * @param number counts from 1
 * @param latest true for the one new cases follow
 * @param running how many cases follow it now
 * @param awaited true while cases are planned to be moved to it
 * @param incidents how many of their steps failed for good
 */
public record Version(
        String id,
        String key,
        String name,
        int number,
        boolean latest,
        Instant deployedAt,
        boolean suspended,
        long running,
        boolean awaited,
        long incidents) {

    /** True when cases follow it, or are to. */
    public boolean isFollowed() {
        return running > 0 || awaited;
    }

    /** How it is named in the record of deeds. */
    String about() {
        return about(key, number);
    }

    /** How the version of that number is named there. */
    static String about(String key, int number) {
        return key + ":" + number;
    }
}
