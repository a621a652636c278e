package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.proposal.MeetingRecord;
import id.siks.proposal.MeetingRecord.Verdict;
import id.siks.proposal.MeetingRoute;
import id.siks.proposal.MeetingView;
import id.siks.proposal.MeetingView.State;
import id.siks.proposal.ProposalLine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One village meeting, from the call to the signature. */
@Entity
@Table(schema = "proposal", name = "village_meeting")
class VillageMeeting {

    static final String KIND = "VILLAGE_MEETING";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String meetingRef;
    private String areaCode;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private MeetingRoute route;

    private LocalDate heldOn;
    private String place;
    private Integer attendance;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    private String verdicts;

    private Long recordedBy;
    private Instant recordedAt;
    private Long signedBy;
    private Instant signedAt;
    private String sentBack;

    @Enumerated(EnumType.STRING)
    private ReasonCode sentBackCode;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    private String formerRecords;

    @Version
    private int version;

    protected VillageMeeting() {}

    /** Writes the record down; what the head has sent back is kept beside it. */
    void record(MeetingRecord held, long by, Instant at) {
        require(State.CALLED);
        if (recordedBy != null) {
            formerRecords = ContentJson.write(records());
        }
        route = held.route();
        heldOn = held.heldOn();
        place = held.place();
        attendance = held.attendance();
        verdicts =
                ContentJson.write(held.verdicts().stream().map(VerdictRow::of).toList());
        recordedBy = by;
        recordedAt = at;
        sentBack = null;
        sentBackCode = null;
        state = State.RECORDED;
    }

    void sign(Actor head, Instant at) {
        require(State.RECORDED);
        requireSecondPerson(head);
        signedBy = head.accountId();
        signedAt = at;
        state = State.SIGNED;
    }

    void sendBack(Actor head, Reason why) {
        require(State.RECORDED);
        requireSecondPerson(head);
        sentBack = why.sentence();
        sentBackCode = why.code();
        state = State.CALLED;
    }

    /** Nobody is left to be talked about. */
    void callOff() {
        if (state != State.CALLED) {
            require(State.RECORDED);
        }
        state = State.CALLED_OFF;
    }

    CaseRef ref() {
        return new CaseRef(meetingRef);
    }

    AreaCode village() {
        return new AreaCode(areaCode);
    }

    State state() {
        return state;
    }

    MeetingRoute route() {
        return route;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    /** Account of the head who signed, or null. */
    Long signedBy() {
        return signedBy;
    }

    List<Verdict> verdicts() {
        return ContentJson.verdicts(verdicts).stream()
                .map(VerdictRow::toVerdict)
                .toList();
    }

    /** Every record there was, oldest first; the last one is in force. */
    List<RecordRow> records() {
        List<RecordRow> all = new ArrayList<>(ContentJson.records(formerRecords));
        if (recordedBy != null) {
            all.add(new RecordRow(
                    route, heldOn, place, attendance, ContentJson.verdicts(verdicts), recordedBy, recordedAt));
        }
        return all;
    }

    MeetingView view(List<ProposalLine> candidates, Set<CaseRef> notIndicated) {
        MeetingRecord recorded = route == null ? null : new MeetingRecord(route, heldOn, place, attendance, verdicts());
        return new MeetingView(ref(), village(), state, openedAt, recorded, sentBack(), candidates, notIndicated);
    }

    private Reason sentBack() {
        return sentBackCode == null ? null : new Reason(sentBackCode, sentBack);
    }

    private void require(State expected) {
        if (state != expected) {
            throw Conflict.because("proposal.error.meeting-moved-on." + state);
        }
    }

    private void requireSecondPerson(Actor head) {
        if (recordedBy != null) {
            NobodyDecidesOwnWork.check(List.of(recordedBy), head, "proposal.error.own-record");
        }
    }
}
