package id.siks.fieldcheck;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.register.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A field check as others may read it.
 *
 * @param caseRef the case that asked
 * @param village where the home is
 * @param state where the field check stands
 * @param worker account that is to visit, or null while nobody is chosen
 * @param plannedOn day planned for the visit, or null
 * @param claimedSigns codes the village claims
 * @param excludedByWork true when the village says somebody's work speaks against assistance
 * @param visits in order of the attempts
 * @param result what came out, or null while open
 * @param reason why, or null
 * @param reviewedBy account that reviewed a contradictory finding, or null
 * @param requestedAt when it was asked for
 * @param concludedAt when it ended, or null
 * @param erasedAt when what was claimed and found was erased after its time, or null
 * @param photos owner under which the photos of the visits lie in evidence
 */
public record FieldCheckView(
        CaseRef caseRef,
        AreaCode village,
        State state,
        Long worker,
        LocalDate plannedOn,
        List<String> claimedSigns,
        boolean excludedByWork,
        List<VisitView> visits,
        FieldCheckConcluded.Result result,
        Reason reason,
        Long reviewedBy,
        Instant requestedAt,
        Instant concludedAt,
        Instant erasedAt,
        String photos) {

    /** The last visit, or null before the first. */
    public VisitView lastVisit() {
        return visits.isEmpty() ? null : visits.get(visits.size() - 1);
    }

    /** Where a field check stands. Labels are {@code fieldcheck.state.<code>}. */
    public enum State {
        REQUESTED,
        ASSIGNED,
        IN_REVIEW,
        CONCLUDED,
        CANCELLED
    }

    /** What a visitor says of one sign. Labels are {@code fieldcheck.finding.<code>}. */
    public enum Finding {
        CONFIRMED,
        DENIED,
        NOT_SEEN
    }

    /**
     * One sign as found.
     *
     * @param sign code {@code C0} to {@code C8}
     * @param claimed true when the village had claimed it
     */
    public record SignFinding(String sign, boolean claimed, Finding finding) {}

    /**
     * One attempt.
     *
     * @param attempt 1 for the first
     * @param visitedBy account of the visitor
     * @param visitedAt when he stood at the door
     * @param recordedAt when he told what he found
     * @param place where, or null when he could not tell
     * @param findings one per sign he spoke about, by code
     * @param otherRegisterId the other family when the outcome names one, else null
     * @param note his own words, or null
     */
    public record VisitView(
            int attempt,
            Long visitedBy,
            Instant visitedAt,
            Instant recordedAt,
            VisitOutcome outcome,
            Place place,
            List<SignFinding> findings,
            String otherRegisterId,
            String note) {

        /** Signs with this finding. */
        public long count(Finding finding) {
            return findings.stream().filter(f -> f.finding() == finding).count();
        }
    }
}
