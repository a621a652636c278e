package id.siks.fieldcheck.model;

import id.siks.fieldcheck.FieldCheckView.Finding;
import id.siks.fieldcheck.VisitOutcome;
import java.util.Collection;

/**
 * A finding that speaks against the village's claim is looked at by a second person before it counts: any outcome but a
 * full verification, or two signs and more that are denied.
 */
final class ContradictoryFinding {

    static final int DENIED_SIGNS = 2;

    private ContradictoryFinding() {}

    static boolean is(VisitOutcome outcome, Collection<Finding> findings) {
        return outcome != VisitOutcome.VERIFIED || denied(findings) >= DENIED_SIGNS;
    }

    private static long denied(Collection<Finding> findings) {
        return findings.stream().filter(f -> f == Finding.DENIED).count();
    }
}
