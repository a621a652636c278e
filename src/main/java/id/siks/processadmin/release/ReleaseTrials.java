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
        return versions.all().getOrDefault(release.key(), List.of()).stream()
                .filter(version -> version.running() > 0)
                .toList();
    }

    /** As much of it as a page shows. */
    List<Foreseen> of(Release release) {
        return of(release, Foresight.SHOWN);
    }

    /** The cases that would stay, as a file. */
    ResponseEntity<byte[]> file(Release release, Subject subject, Actor actor) {
        return file.take(actor, subject.key(), () -> of(release, StayFile.MOST));
    }

    /**
     * What would become of the cases of each version; nothing is changed, and the engine keeps nothing of the diagram.
     *
     * @param most how many references of cases that would stay for the same reason
     * @throws Refused for anything but a proposed diagram that the check lets pass today
     */
    List<Foreseen> of(Release release, int most) {
        if (!isPossible(release)) {
            throw Refused.because("processadmin.release.error.no-trial");
        }
        check.requireSound(release.kind(), release.key(), release.content());
        return engine.tryOut(release, version -> foresight.of(release.key(), version, most));
    }
}
