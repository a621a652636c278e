package id.siks.processadmin.migration;

import id.siks.platform.engine.ProcessDiagrams;
import id.siks.processadmin.run.Version;
import id.siks.processadmin.run.Versions;
import org.springframework.stereotype.Component;

/** Finds two versions of a process with their steps. */
@Component
class Pairs {

    private final Versions versions;
    private final ProcessDiagrams diagrams;

    Pairs(Versions versions, ProcessDiagrams diagrams) {
        this.versions = versions;
        this.diagrams = diagrams;
    }

    /** The two; {@link id.siks.platform.NotFound} when one of them is not there. */
    Pair of(String key, int source, int target) {
        Version from = versions.get(key, source);
        Version to = versions.get(key, target);
        return new Pair(from, to, new Steps(diagrams.of(from.id())), new Steps(diagrams.of(to.id())));
    }
}
