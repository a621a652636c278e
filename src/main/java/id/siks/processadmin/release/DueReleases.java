package id.siks.processadmin.release;

import id.siks.casework.ModelTroubled;
import id.siks.platform.BusinessTime;
import id.siks.platform.Refused;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.release.Release.Cause;
import id.siks.processadmin.run.ModelTroubles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the engine what was released as soon as its moment has come. */
@Component
class DueReleases {

    private static final Logger LOG = LoggerFactory.getLogger(DueReleases.class);

    private final ReleaseRows rows;
    private final ReleaseChanges changes;
    private final EngineDeployments engine;
    private final ModelCheck check;
    private final NextOpening opening;
    private final TransactionTemplate transaction;
    private final ModelTroubles troubles;
    private final BusinessTime time;

    DueReleases(
            ReleaseRows rows,
            ReleaseChanges changes,
            EngineDeployments engine,
            ModelCheck check,
            NextOpening opening,
            TransactionTemplate transaction,
            ModelTroubles troubles,
            BusinessTime time) {
        this.rows = rows;
        this.changes = changes;
        this.engine = engine;
        this.check = check;
        this.opening = opening;
        this.transaction = transaction;
        this.troubles = troubles;
        this.time = time;
    }

    /**
     * Looks every minute, each release for itself: one that cannot take effect keeps no other waiting. Of several nodes one
     * deploys, the others find it done.
     */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    public void deployDue() {
        rows.pending().stream()
                .filter(release -> release.start().openingOf() != null)
                .forEach(release -> transaction.executeWithoutResult(status -> follow(release.id())));
        rows.due(time.now()).forEach(this::take);
    }

    /** Deploys what holds from now on, in the transaction of whoever decides; {@link Refused} when the engine does not take it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deployNow(Release release) {
        changes.deployed(release, engine.deploy(name(release), List.of(release)), time.now());
    }

    /** The opening of a period can be moved until it has come; what waits for it moves along. */
    private void follow(long id) {
        waiting(id).ifPresent(release -> opening.of(release.start().openingOf())
                .filter(opens -> !opens.equals(release.start().at()))
                .ifPresent(opens -> changes.move(release, opens, time.now())));
    }

    private void take(Release release) {
        try {
            transaction.executeWithoutResult(status -> {
                rows.lockAll();
                waiting(release.id()).ifPresent(this::deploy);
            });
        } catch (Refused refused) {
            transaction.executeWithoutResult(
                    status -> waiting(release.id()).ifPresent(still -> failed(still, Cause.ENGINE)));
        } catch (RuntimeException later) {
            LOG.warn("{} cannot be deployed now", name(release), later);
        }
    }

    /** A later version, or the end of the model, may have come already: then what was to come at its moment is overtaken. */
    private void deploy(Release release) {
        boolean overtaken = rows.lastDeployed(release.kind(), release.key())
                .filter(later -> later.version() > release.version())
                .isPresent();
        if (overtaken) {
            changes.deployed(release, null, time.now());
        } else if (check.check(release.kind(), release.key(), release.content()).isRefused()) {
            failed(release, Cause.CHECK);
        } else {
            deployNow(release);
        }
    }

    /** Nobody is there at that moment: whoever proposed and decided it has to be told. */
    private void failed(Release release, Cause cause) {
        changes.failed(release, cause, time.now());
        troubles.tell(
                ModelTroubled.Kind.RELEASE_FAILED,
                name(release),
                Stream.of(release.proposal().by(), release.decision().by()));
    }

    /** The release, with its model locked, unless somebody has done with it. */
    private Optional<Release> waiting(long id) {
        Release asked = rows.find(id).orElseThrow();
        rows.lock(asked.kind(), asked.key());
        return rows.find(id).filter(release -> release.deployedAt() == null && release.failure() == null);
    }

    private static String name(Release release) {
        return release.fileName() + " " + release.version();
    }
}
