package id.siks.casework;

import id.siks.identity.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps summary and timeline in the transaction of whoever tells about a case. */
@Component
class CaseListener {

    private final CaseRows rows;

    CaseListener(CaseRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(CaseOpened opened) {
        Role holder = opened.status() == CaseStatus.DRAFT ? Role.VILLAGE_OPERATOR : null;
        rows.open(opened, holder, opened.by() == null ? null : Role.VILLAGE_OPERATOR);
    }

    @EventListener
    void on(CaseProgressed progressed) {
        int moved = rows.progress(progressed);
        if (moved != progressed.refs().size()) {
            throw new IllegalStateException("%d of %d cases are not known to casework"
                    .formatted(
                            progressed.refs().size() - moved, progressed.refs().size()));
        }
    }
}
