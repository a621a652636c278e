package id.siks.processadmin.release;

import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.Overtaking;
import id.siks.processadmin.draft.Overtakings;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From which version a draft was begun, and whether that is still the last one. */
@Component
@Transactional(readOnly = true)
class DraftBases implements Overtakings {

    private final ReleaseRows rows;

    DraftBases(ReleaseRows rows) {
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

    /** The version the draft was begun from; empty when it was begun from none that was ever released. */
    Optional<Release> begunFrom(Draft draft) {
        return Optional.ofNullable(draft.base()).flatMap(hash -> rows.released(draft.kind(), draft.key(), hash));
    }
}
