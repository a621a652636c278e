package id.siks.processadmin.migration;

import id.siks.platform.NotFound;
import id.siks.platform.engine.ProcessDiagrams;
import id.siks.processadmin.run.Version;
import id.siks.processadmin.run.Versions;
import java.util.List;
import java.util.stream.Stream;
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

    /** The two; {@link NotFound} when one of them is not there. */
    Pair of(String key, int source, int target) {
        Version from = versions.get(key, source);
        Version to = versions.get(key, target);
        return new Pair(from, to, steps(from), steps(to));
    }

    /**
     * The version with each other one that cases follow now, newest in front; its own diagram is read once for all.
     * {@link NotFound} when it is not there.
     */
    Stream<Pair> to(String key, int target) {
        List<Version> all = versions.of(key);
        Version to = all.stream()
                .filter(version -> version.number() == target)
                .findFirst()
                .orElseThrow(() -> new NotFound("version of a process"));
        Steps steps = steps(to);
        return all.stream()
                .filter(version -> version != to && version.running() > 0)
                .map(from -> new Pair(from, to, steps(from), steps));
    }

    private Steps steps(Version version) {
        return new Steps(diagrams.of(version.id()));
    }
}
