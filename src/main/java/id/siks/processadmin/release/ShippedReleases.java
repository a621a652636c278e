package id.siks.processadmin.release;

import id.siks.platform.BusinessTime;
import id.siks.platform.Sha256;
import id.siks.processadmin.check.EngineModels;
import id.siks.processadmin.check.Shipped;
import id.siks.processadmin.check.Shipped.File;
import id.siks.processadmin.release.Release.Act;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings in what the application ships, before anybody can come in. A model nobody has changed follows the application; where
 * an administrator released something of his own, the new file waits as a proposal like any other. So does a file that an older
 * version of the application brings again: while nodes are replaced one by one, the old ones may start once more. Where its file
 * was released then, that of the newer version is proposed again when it comes back.
 */
@Component
class ShippedReleases implements SmartInitializingSingleton {

    private final Shipped shipped;
    private final ShippedRows brought;
    private final Offers offers;
    private final ReleaseRows rows;
    private final ReleaseChanges changes;
    private final EngineDeployments engine;
    private final EngineModels models;
    private final TransactionTemplate transactions;
    private final BusinessTime time;

    ShippedReleases(
            Shipped shipped,
            ShippedRows brought,
            Offers offers,
            ReleaseRows rows,
            ReleaseChanges changes,
            EngineDeployments engine,
            EngineModels models,
            PlatformTransactionManager transactions,
            BusinessTime time) {
        this.shipped = shipped;
        this.brought = brought;
        this.offers = offers;
        this.rows = rows;
        this.changes = changes;
        this.engine = engine;
        this.models = models;
        this.transactions = new TransactionTemplate(transactions);
        this.time = time;
    }

    @Override
    public void afterSingletonsInstantiated() {
        bring(shipped.all());
    }

    /** Brings in these files as those of the application now, all or none. */
    void bring(Collection<File> files) {
        transactions.executeWithoutResult(status -> {
            rows.lockAll();
            List<Release> released = new ArrayList<>();
            files.stream()
                    // Forms first: diagrams are deployed with those in force.
                    .sorted(Comparator.comparing(File::kind).reversed().thenComparing(File::key))
                    .forEach(file -> bring(file).ifPresent(released::add));
            if (!released.isEmpty()) {
                String deployment = engine.deploy(Offers.NOTE, released);
                released.forEach(release -> changes.deployed(release, deployment, time.now()));
            }
        });
    }

    /** The release that has to be given to the engine, if the file makes one. */
    private Optional<Release> bring(File file) {
        String content = new String(file.content(), StandardCharsets.UTF_8);
        String hash = Sha256.hex(content);
        rows.lock(file.kind(), file.key());
        Optional<String> before = brought.last(file.kind(), file.key());
        Optional<Release> newest = rows.newest(file.kind(), file.key());
        if (brought.has(file.kind(), file.key(), hash)) {
            boolean cameLast = before.filter(hash::equals).isPresent();
            newest.filter(release -> !release.sha256().equals(hash))
                    // Beside an administrator's own it was proposed when it came.
                    .filter(release -> !cameLast || brought.has(file.kind(), file.key(), release.sha256()))
                    .ifPresent(release -> offerAgain(file, content, hash, release, cameLast));
            return Optional.empty();
        }
        brought.ship(file.kind(), file.key(), hash, time.now());
        if (newest.filter(release -> release.sha256().equals(hash)).isPresent()) {
            return Optional.empty();
        }
        offers.declineEarlier(file.kind(), file.key());
        Release proposed = propose(file, content, newest);
        boolean changedHere = newest.filter(release -> !release.sha256().equals(before.orElse(null)))
                .isPresent();
        return changedHere
                ? Optional.empty()
                : release(proposed, newest.map(Release::version).orElse(0) + 1);
    }

    /** Whoever goes back to an older application on purpose, or on again, releases its files with it; of each it is asked once. */
    private void offerAgain(File file, String content, String hash, Release newest, boolean cameLast) {
        boolean waits = rows.broughtAndWaiting(file.kind(), file.key()).stream()
                .anyMatch(release -> release.sha256().equals(hash));
        if (!waits && !rows.isOffered(newest.id(), hash)) {
            if (cameLast) {
                // What an older version brought meanwhile is overtaken.
                offers.declineEarlier(file.kind(), file.key());
            }
            propose(file, content, Optional.of(newest));
        }
    }

    private Release propose(File file, String content, Optional<Release> newest) {
        Long base = newest.map(Release::id).orElse(null);
        Proposal proposal = new Proposal(
                file.kind(), file.key(), file.room(), ReleaseSource.SHIPPED, null, null, base, content, Offers.NOTE);
        return rows.find(offers.propose(proposal)).orElseThrow();
    }

    private Optional<Release> release(Release proposed, int version) {
        changes.release(proposed, version, Start.at(time.now()), new Act(null, time.now(), Offers.NOTE), List.of());
        boolean known = models.find(proposed.kind(), proposed.key())
                .filter(latest -> latest.content().equals(proposed.content()))
                .isPresent();
        if (known) {
            // An earlier version of the application gave it to the engine itself.
            changes.deployed(proposed, null, time.now());
            return Optional.empty();
        }
        return Optional.of(rows.find(proposed.id()).orElseThrow());
    }
}
