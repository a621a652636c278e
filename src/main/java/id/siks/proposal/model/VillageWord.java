package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** What the village has said of a proposal, by which paper, and whether it has closed a list with it. */
@Embeddable
class VillageWord {

    private String meetingRef;
    private LocalDate evidenceOn;
    private String agreedDespite;
    private boolean finalized;

    protected VillageWord() {}

    /** Says it anew; {@code despite} is null when the meeting follows the advice. */
    void say(CaseRef meeting, LocalDate day, String despite) {
        meetingRef = meeting.value();
        evidenceOn = day;
        agreedDespite = despite;
    }

    /** Number of the meeting that gave it last, or null. */
    String meetingRef() {
        return meetingRef;
    }

    /** Day of the paper it rests on, or null. */
    LocalDate evidenceOn() {
        return evidenceOn;
    }

    /** True once a paper proves it. */
    boolean isProven() {
        return evidenceOn != null;
    }

    /** Why the meeting agreed although the survey indicates no poverty, or null. */
    String agreedDespite() {
        return agreedDespite;
    }

    /** True once the village has closed a list with this case in it. */
    boolean isFinalized() {
        return finalized;
    }
}
