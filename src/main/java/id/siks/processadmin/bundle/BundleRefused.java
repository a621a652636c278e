package id.siks.processadmin.bundle;

import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import java.util.List;

/** The check refuses some part of a bundle; nothing of it is taken. Carries what is said of every part. */
class BundleRefused extends InvalidInput {

    private static final long serialVersionUID = 1L;

    private final transient List<Judged> parts;

    BundleRefused(List<Judged> parts) {
        super(List.of(FieldError.of(
                BundleFault.FIELD,
                "processadmin.bundle.error.refused",
                parts.stream().filter(part -> part.outcome() == Outcome.REFUSED).count(),
                parts.size())));
        this.parts = parts;
    }

    List<Judged> parts() {
        return parts;
    }
}
