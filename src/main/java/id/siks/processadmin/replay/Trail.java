package id.siks.processadmin.replay;

import java.util.List;
import java.util.Map;

/**
 * The way a case went through a process.
 *
 * @param ref number of the case
 * @param definition version it followed last, by the engine's id
 * @param steps ids of the elements it came to, in the order of time; of a step done for many also {@code <id>#multiInstanceBody}
 * @param values what the engine kept of its variables when it was over, by name
 */
record Trail(String ref, String definition, List<String> steps, Map<String, Object> values) {}
