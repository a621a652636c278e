package id.siks.processadmin.run;

import java.time.Instant;
import java.util.Map;

/**
 * A case followed a version of its process for some time.
 *
 * @param definition the engine's id of the version
 * @param version its number
 * @param until when the case moved to the next version; null for the one it follows now
 * @param onward steps of the version and those that took their places when the case moved on
 */
record Stage(String definition, int version, Instant until, Map<String, String> onward) {}
