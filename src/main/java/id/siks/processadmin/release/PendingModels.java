package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Pending;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for the opening of a period. */
@Component
class PendingModels implements Pending {

    private final ReleaseRows rows;

    PendingModels(ReleaseRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> diagrams() {
        return rows.pending().stream()
                .filter(release -> release.kind() == ModelKind.BPMN)
                .map(Release::content)
                .toList();
    }
}
