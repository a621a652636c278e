package id.siks.processadmin.release;

import id.siks.casework.ModelTroubled;
import id.siks.platform.BusinessTime;
import id.siks.platform.Sha256;
import id.siks.processadmin.check.JudgingVersion;
import id.siks.processadmin.check.Shipped;
import id.siks.processadmin.run.ModelTroubles;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at each start whether what was released here still fits the application: a new version of it may have other steps,
 * messages, values and forms. What does not fit stays in force, for cases follow it, but people are told before the cases fail.
 * Each version of the application judges for itself, and tells once.
 */
@Component
class Rechecks {

    private static final Logger LOG = LoggerFactory.getLogger(Rechecks.class);

    private final Releases releases;
    private final ReleaseChanges changes;
    private final ReleaseCheck check;
    private final Shipped shipped;
    private final JudgingVersion judging;
    private final ModelTroubles troubles;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    Rechecks(
            Releases releases,
            ReleaseChanges changes,
            ReleaseCheck check,
            Shipped shipped,
            JudgingVersion judging,
            ModelTroubles troubles,
            TransactionTemplate transaction,
            BusinessTime time) {
        this.releases = releases;
        this.changes = changes;
        this.check = check;
        this.shipped = shipped;
        this.judging = judging;
        this.troubles = troubles;
        this.transaction = transaction;
        this.time = time;
    }

    /** Each for itself; what cannot be looked at keeps neither the others nor the application from starting. */
    @EventListener(ApplicationReadyEvent.class)
    public void look() {
        try {
            releases.allInForce().stream().filter(this::isMadeHere).forEach(this::look);
        } catch (RuntimeException fault) {
            LOG.warn("What is in force cannot be checked again", fault);
        }
    }

    private void look(Release release) {
        try {
            boolean refused = check.of(release).isRefused();
            transaction.executeWithoutResult(status -> {
                if (!refused) {
                    changes.fits(release.id(), judging.code());
                } else if (changes.unfit(release.id(), judging.code(), time.now())) {
                    tell(release);
                }
            });
        } catch (RuntimeException fault) {
            LOG.warn("{} cannot be checked again", release.fileName(), fault);
        }
    }

    /** What the application brings itself, its own tests look at. */
    private boolean isMadeHere(Release release) {
        return shipped.find(release.kind(), release.key())
                .filter(file -> Sha256.hex(file.content()).equals(release.sha256()))
                .isEmpty();
    }

    private void tell(Release release) {
        troubles.tell(
                ModelTroubled.Kind.MODEL_UNFIT,
                release.fileName() + " " + release.version(),
                Stream.of(release.proposal().by(), release.decision().by()));
    }
}
