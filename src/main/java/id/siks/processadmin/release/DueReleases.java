package id.siks.processadmin.release;

import id.siks.platform.BusinessTime;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the engine what was released as soon as its moment has come. */
@Component
class DueReleases {

    private final ReleaseRows rows;
    private final EngineDeployments engine;
    private final BusinessTime time;

    DueReleases(ReleaseRows rows, EngineDeployments engine, BusinessTime time) {
        this.rows = rows;
        this.engine = engine;
        this.time = time;
    }

    /** Looks every minute; of several nodes one deploys, the others find it done. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    @Transactional
    public void deployDue() {
        for (Release release : rows.due(time.now())) {
            rows.lock(release.kind(), release.key());
            if (rows.find(release.id()).orElseThrow().deployedAt() == null) {
                rows.deployed(release, deploy(release), time.now());
            }
        }
    }

    /** Null when a later version is in force already: what was to come at its moment has been overtaken. */
    private String deploy(Release release) {
        boolean overtaken = rows.inForce(release.kind(), release.key())
                .filter(later -> later.version() > release.version())
                .isPresent();
        return overtaken ? null : engine.deploy(release.fileName() + " " + release.version(), List.of(release));
    }
}
