package id.siks.fieldcheck.model;

import id.siks.fieldcheck.FieldCheckView.Finding;
import id.siks.fieldcheck.VisitOutcome;
import java.util.Collection;
import java.util.Map;

/**
 * A finding that does not bear out the village's claim is looked at by a second person before it counts: any outcome but
 * a full verification, two signs and more that are denied, the denied lack of shelter, or no claimed sign that was found.
 */
final class ContradictoryFinding {

    static final int DENIED_SIGNS = 2;
    /** No shelter: the sign that makes a family eligible by itself (glossary 10, step 1). */
    private static final String NO_SHELTER = "C0";

    private ContradictoryFinding() {}

    /** {@code findings} by sign; what was found beyond the {@code claimed} signs bears out none of them. */
    static boolean is(VisitOutcome outcome, Collection<String> claimed, Map<String, Finding> findings) {
        return outcome != VisitOutcome.VERIFIED
                || denied(findings) >= DENIED_SIGNS
                || findings.get(NO_SHELTER) == Finding.DENIED
                || noneFound(claimed, findings);
    }

    private static long denied(Map<String, Finding> findings) {
        return findings.values().stream().filter(f -> f == Finding.DENIED).count();
    }

    private static boolean noneFound(Collection<String> claimed, Map<String, Finding> findings) {
        return !claimed.isEmpty() && claimed.stream().noneMatch(sign -> findings.get(sign) == Finding.CONFIRMED);
    }
}
