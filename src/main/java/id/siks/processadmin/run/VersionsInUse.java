package id.siks.processadmin.run;

import id.siks.platform.engine.ProcessDiagrams;
import id.siks.processadmin.check.InUse;
import java.util.List;
import org.springframework.stereotype.Component;

/** A version is in use while it is the latest, has a case or is to get some; one that was stopped can be started again. */
@Component
class VersionsInUse implements InUse {

    private final Versions versions;
    private final ProcessDiagrams diagrams;

    VersionsInUse(Versions versions, ProcessDiagrams diagrams) {
        this.versions = versions;
        this.diagrams = diagrams;
    }

    @Override
    public List<Diagram> diagrams() {
        return versions.all().values().stream()
                .flatMap(List::stream)
                .filter(version -> version.latest() || version.isFollowed())
                .map(this::diagram)
                .toList();
    }

    private Diagram diagram(Version version) {
        return new Diagram(
                version.key(), version.name(), version.number(), version.running(), diagrams.file(version.id()));
    }
}
