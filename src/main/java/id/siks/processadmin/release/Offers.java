package id.siks.processadmin.release;

import id.siks.platform.BusinessTime;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.release.Release.Act;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the application brings beside an administrator's own waits as a proposal; of it only what can still be released waits. */
@Component
class Offers {

    /** What the application says of what it does. */
    static final String NOTE = "Bawaan aplikasi";

    private final ReleaseRows rows;
    private final ReleaseChanges changes;
    private final ShippedRows brought;
    private final BusinessTime time;

    Offers(ReleaseRows rows, ReleaseChanges changes, ShippedRows brought, BusinessTime time) {
        this.rows = rows;
        this.changes = changes;
        this.brought = brought;
        this.time = time;
    }

    /** Of what the application brings only the latest waits. */
    void declineEarlier(ModelKind kind, String key) {
        rows.broughtAndWaiting(kind, key).forEach(offer -> decline(offer, NOTE));
    }

    /**
     * A release overtakes what was offered beside the one before it: nobody could release that any more. It goes; what the
     * application brought last is asked again beside the new one.
     */
    void follow(Release released) {
        List<Release> overtaken = rows.broughtAndWaiting(released.kind(), released.key());
        overtaken.forEach(offer -> decline(offer, "Disusul versi " + released.version()));
        overtaken.stream()
                .filter(offer -> !offer.sha256().equals(released.sha256()))
                .filter(offer -> brought.last(offer.kind(), offer.key())
                        .filter(offer.sha256()::equals)
                        .isPresent())
                .findFirst()
                .ifPresent(offer -> propose(new Proposal(
                        offer.kind(),
                        offer.key(),
                        offer.room(),
                        ReleaseSource.SHIPPED,
                        null,
                        null,
                        released.id(),
                        offer.content(),
                        NOTE)));
    }

    /** Offers it in the name of the application; answers its number. */
    long propose(Proposal offer) {
        return changes.propose(offer, null, time.now());
    }

    private void decline(Release offer, String why) {
        changes.decline(offer, new Act(null, time.now(), why), List.of());
    }
}
