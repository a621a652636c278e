package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.proposal.MeetingRecord.Verdict;

/** A meeting's word on one family as the table keeps it; without a code the family is agreed. */
record VerdictRow(String ref, ReasonCode code, String text, String despite) {

    static VerdictRow of(Verdict verdict) {
        String ref = verdict.ref().value();
        Reason declined = verdict.declined();
        return declined == null
                ? new VerdictRow(ref, null, null, Tidy.text(verdict.despite()))
                : new VerdictRow(ref, declined.code(), declined.sentence(), null);
    }

    Verdict toVerdict() {
        return new Verdict(new CaseRef(ref), code == null ? null : new Reason(code, text), despite);
    }
}
