package id.siks.processadmin.run;

import java.time.Instant;

/**
 * A routing value of a case. The engine keeps the last value only, and when there first was one.
 *
 * @param execution the engine's id of the branch that knows it
 */
record KnownValue(String name, String value, String execution, Instant since) {}
