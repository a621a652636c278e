package id.siks.processadmin.run;

import java.time.Instant;

/**
 * A step that failed for good.
 *
 * @param id the engine's id
 * @param job the engine's id of the job that failed, or null when it is no job's
 * @param ref reference of the case, or null
 * @param processName what people call the process
 * @param element id of the element
 * @param owner account of whoever looks after it, or null
 */
record Incident(
        String id,
        String job,
        String ref,
        String definition,
        String processKey,
        String processName,
        int version,
        String element,
        Instant at,
        Long owner) {

    /** Its place among all of them, the oldest in front. */
    String mark() {
        return at.toEpochMilli() + "_" + id;
    }

    /** What deeds about it are noted at: the case, or where it has no reference the version. */
    String about() {
        return ref == null ? Version.about(processKey, version) : ref;
    }
}
