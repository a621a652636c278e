package id.siks.processadmin.release;

import id.siks.processadmin.check.Withdrawn;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A model is withdrawn when that was the last thing released of it. */
@Component
class WithdrawnModels implements Withdrawn {

    private final ReleaseRows rows;

    WithdrawnModels(ReleaseRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> fileNames() {
        return rows.withdrawn();
    }
}
