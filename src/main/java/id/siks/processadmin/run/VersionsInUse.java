package id.siks.processadmin.run;

import id.siks.platform.engine.EngineFiles;
import id.siks.processadmin.check.InUse;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** A version is in use while it is the latest or has a case; one that was stopped can be started again. */
@Component
class VersionsInUse implements InUse {

    private final Versions versions;
    private final RepositoryService engine;
    private final EngineFiles files;

    VersionsInUse(Versions versions, RepositoryService engine, EngineFiles files) {
        this.versions = versions;
        this.engine = engine;
        this.files = files;
    }

    @Override
    public List<Diagram> diagrams() {
        return versions.all().values().stream()
                .flatMap(List::stream)
                .filter(version -> version.latest() || version.running() > 0)
                .map(this::diagram)
                .toList();
    }

    private Diagram diagram(Version version) {
        return new Diagram(
                version.key(),
                version.name(),
                version.number(),
                version.running(),
                files.text(engine.getProcessDefinition(version.id())));
    }
}
