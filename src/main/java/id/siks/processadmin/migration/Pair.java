package id.siks.processadmin.migration;

import id.siks.processadmin.run.Version;

/** Two versions with their steps: cases are to go from one to the other. */
record Pair(Version from, Version to, Steps source, Steps target) {

    String sourceId() {
        return from.id();
    }

    String targetId() {
        return to.id();
    }
}
