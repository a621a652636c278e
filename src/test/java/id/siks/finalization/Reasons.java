package id.siks.finalization;

import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;

/** Reasons for tests. */
final class Reasons {

    private Reasons() {}

    static Reason one() {
        return new Reason(ReasonCode.EVIDENCE_MISSING, "Foto rumah tidak memperlihatkan atap.");
    }
}
