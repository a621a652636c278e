package id.siks.processadmin.release;

import id.siks.processadmin.draft.Declined;
import id.siks.processadmin.draft.Declines;
import id.siks.processadmin.draft.Draft;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the second person said of a draft. */
@Component
@Transactional(readOnly = true)
class DeclinedDrafts implements Declines {

    private final ReleaseRows rows;

    DeclinedDrafts(ReleaseRows rows) {
        this.rows = rows;
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
}
