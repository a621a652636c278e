package id.siks.proposal;

import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import java.time.LocalDate;
import java.util.List;

/**
 * What a village meeting decided.
 *
 * @param route minutes, or a statement of responsibility instead
 * @param heldOn day of the meeting or of the statement: not in the future, not older than three months
 * @param place where it was held; only with minutes
 * @param attendance how many came, 1 to 10,000; only with minutes
 * @param verdicts one per family talked about; others wait for the next meeting
 */
public record MeetingRecord(
        MeetingRoute route, LocalDate heldOn, String place, Integer attendance, List<Verdict> verdicts) {

    /**
     * The meeting's word on one family.
     *
     * @param declined tells why not; null means agreed
     * @param despite why it is agreed although its survey indicates no poverty, 10 to 1,000 characters; null otherwise
     */
    public record Verdict(CaseRef ref, Reason declined, String despite) {

        /** One that follows the advice. */
        public Verdict(CaseRef ref, Reason declined) {
            this(ref, declined, null);
        }

        /** True when the meeting agreed. */
        public boolean agreed() {
            return declined == null;
        }
    }
}
