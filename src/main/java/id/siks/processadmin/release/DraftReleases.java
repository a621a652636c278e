package id.siks.processadmin.release;

import id.siks.processadmin.draft.Declined;
import id.siks.processadmin.draft.Declines;
import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.Overtaking;
import id.siks.processadmin.draft.Overtakings;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From which version a draft was begun, whether that is still the last one, and what the second person said of the draft. */
@Component
@Transactional(readOnly = true)
class DraftReleases implements Overtakings, Declines {

    private final ReleaseRows rows;

    DraftReleases(ReleaseRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Overtaking> of(Draft draft) {
        return rows.last(draft.kind(), draft.key())
                .filter(last -> !last.sha256().equals(draft.base()))
                .map(last -> new Overtaking(
                        last.id(),
                        last.version(),
                        last.decision().by(),
                        last.decision().at(),
                        begunFrom(draft).map(Release::version).orElse(null)));
    }

    @Override
    public Optional<Declined> last(Draft draft) {
        return rows.lastOfDraft(draft.id())
                .filter(last -> last.state() == ReleaseState.DECLINED)
                .map(last -> new Declined(
                        last.id(),
                        last.decision().by(),
                        last.decision().at(),
                        last.decision().words()));
    }

    /** The version the draft was begun from; empty when it was begun from none that was ever released. */
    Optional<Release> begunFrom(Draft draft) {
        return Optional.ofNullable(draft.base()).flatMap(hash -> rows.released(draft.kind(), draft.key(), hash));
    }
}
