package id.siks.processadmin.release;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.check.InUse;
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
    public List<InUse.Diagram> diagrams() {
        return rows.ahead().stream()
                .filter(release -> release.kind() == ModelKind.BPMN)
                .map(PendingModels::diagram)
                .toList();
    }

    private static InUse.Diagram diagram(Release release) {
        String name = new DrawnProcess(release.content()).title();
        return new InUse.Diagram(release.key(), name, release.version(), () -> 0, release.content());
    }
}
