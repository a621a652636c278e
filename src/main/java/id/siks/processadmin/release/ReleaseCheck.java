package id.siks.processadmin.release;

import id.siks.platform.Refused;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Report;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the check says of a release today: what was sound when it was drawn may have lost what it needs since. */
@Component
@Transactional(readOnly = true)
class ReleaseCheck {

    private final ModelCheck check;

    ReleaseCheck(ModelCheck check) {
        this.check = check;
    }

    /** The whole report. */
    Report of(Release release) {
        return check.check(release.kind(), release.key(), release.content());
    }

    /** {@link Refused} when the check refuses the model; says how often. */
    void requireSound(ModelKind kind, String key, String content) {
        Report report = check.check(kind, key, content);
        if (report.isRefused()) {
            throw Refused.because("processadmin.release.error.refused", report.refused());
        }
    }

    /** What people call the elements of two versions of a model, by id; {@code before} may be null. */
    Map<String, String> names(Release before, Release after) {
        Map<String, String> names = new HashMap<>();
        if (before != null) {
            names.putAll(check.names(before.kind(), before.content()));
        }
        names.putAll(check.names(after.kind(), after.content()));
        return names;
    }
}
