package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A village meeting as others may read it.
 *
 * @param ref its number, prefix MUS; also the owner of its attachments
 * @param recorded what was recorded, or null while it is not
 * @param sentBack why the village head did not sign, or null
 * @param candidates families that can be talked about: ready ones, and agreed ones whose evidence has grown too old
 * @param notIndicated those of the candidates whose survey indicates no poverty: agreeing to them needs a written reason
 */
public record MeetingView(
        CaseRef ref,
        AreaCode village,
        State state,
        Instant openedAt,
        MeetingRecord recorded,
        Reason sentBack,
        List<ProposalLine> candidates,
        Set<CaseRef> notIndicated) {

    /** Life of a meeting. */
    public enum State {
        CALLED,
        RECORDED,
        SIGNED,
        CALLED_OFF
    }
}
