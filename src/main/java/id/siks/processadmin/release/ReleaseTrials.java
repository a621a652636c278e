package id.siks.processadmin.release;

import id.siks.identity.Actor;
import id.siks.platform.Refused;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.migration.Foresight;
import id.siks.processadmin.migration.Foresight.Foreseen;
import id.siks.processadmin.migration.StayFile;
import id.siks.processadmin.replay.Subject;
import id.siks.processadmin.run.Version;
import id.siks.processadmin.run.Versions;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Asks what a proposed diagram would mean for the cases that run, before anybody releases it. */
@Component
class ReleaseTrials {

    private final ReleaseCheck check;
    private final EngineDeployments engine;
    private final Foresight foresight;
    private final Versions versions;
    private final StayFile file;

    ReleaseTrials(ReleaseCheck check, EngineDeployments engine, Foresight foresight, Versions versions, StayFile file) {
        this.check = check;
        this.engine = engine;
        this.foresight = foresight;
        this.versions = versions;
        this.file = file;
    }

    /** True for a proposed diagram: a table or a form holds for all cases at once, none has to move. */
    static boolean isPossible(Release release) {
        return release.kind() == ModelKind.BPMN && release.state() == ReleaseState.PROPOSED;
    }

    /** The versions of the process that cases follow now, newest in front. */
    List<Version> followed(Release release) {
        return versions.of(release.key()).stream()
                .filter(version -> version.running() > 0)
                .toList();
    }

    /** The cases that would stay, as a file. */
    ResponseEntity<InputStreamResource> file(Release release, Subject subject, Actor actor) {
        return file.take(actor, subject.key(), lines -> {
            requirePossible(release);
            engine.tryOut(release, version -> {
                foresight.each(release.key(), version, lines);
                return release;
            });
        });
    }

    /**
     * What would become of the cases of each version, as much of it as a page shows; nothing is changed, and the engine keeps
     * nothing of the diagram.
     *
     * @throws Refused for anything but a proposed diagram that the check lets pass today
     */
    List<Foreseen> of(Release release) {
        requirePossible(release);
        return engine.tryOut(release, version -> foresight.of(release.key(), version));
    }

    private void requirePossible(Release release) {
        if (!isPossible(release)) {
            throw Refused.because("processadmin.release.error.no-trial");
        }
        check.requireSound(release.kind(), release.key(), release.content());
    }
}
