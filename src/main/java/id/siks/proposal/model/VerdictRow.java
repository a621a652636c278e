package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.proposal.MeetingRecord.Verdict;

/** A meeting's word on one family as the table keeps it; without a code the family is agreed. */
record VerdictRow(String ref, ReasonCode code, String text) {

    static VerdictRow of(Verdict verdict) {
        Reason declined = verdict.declined();
        return declined == null
                ? new VerdictRow(verdict.ref().value(), null, null)
                : new VerdictRow(verdict.ref().value(), declined.code(), declined.sentence());
    }

    Verdict toVerdict() {
        return new Verdict(new CaseRef(ref), code == null ? null : new Reason(code, text));
    }
}
