package id.siks.processadmin.run;

import java.time.Instant;

/**
 * One process of a case; a case may have several.
 *
 * @param id the engine's id
 * @param definition the engine's id of the version it follows
 * @param key id of the process
 * @param name what people call the process
 * @param version number of the version
 * @param endedAt null while it runs
 * @param suspended true when it was stopped
 */
record CaseRun(
        String id,
        String definition,
        String key,
        String name,
        int version,
        Instant startedAt,
        Instant endedAt,
        boolean suspended) {}
