package id.siks.processadmin.migration;

/** Why the step {@code step} of the source cannot move; the step is null when it is about the whole case or the target. */
record Objection(String step, MoveFault fault) {}
