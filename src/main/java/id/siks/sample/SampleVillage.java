package id.siks.sample;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.CardPart;
import id.siks.proposal.Channel;
import id.siks.proposal.MeetingRecord;
import id.siks.proposal.MeetingRecord.Verdict;
import id.siks.proposal.MeetingRoute;
import id.siks.proposal.MeetingView;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What operators and heads of the sample's villages do. */
@Component
class SampleVillage {

    private static final String DESPITE = "Menurut musyawarah, pencari nafkah keluarga ini baru kehilangan pekerjaan.";

    private final Proposals proposals;
    private final Attachments attachments;
    private final SamplePeople people;
    private final SampleJournal journal;
    private final EngineJobs jobs;
    private final BusinessTime time;

    SampleVillage(
            Proposals proposals,
            Attachments attachments,
            SamplePeople people,
            SampleJournal journal,
            EngineJobs jobs,
            BusinessTime time) {
        this.proposals = proposals;
        this.attachments = attachments;
        this.people = people;
        this.journal = journal;
        this.jobs = jobs;
        this.time = time;
    }

    /** {@code count} families entered, submitted and answered by the civil registry. */
    List<CaseRef> propose(SyntheticFamilies families, AreaCode village, int count) {
        List<CaseRef> refs = IntStream.range(0, count)
                .mapToObj(i -> submit(families.in(village, time.now())))
                .toList();
        jobs.runDue();
        return refs;
    }

    /** One family entered with photos and submitted. */
    CaseRef submit(FamilyContent family) {
        Actor operator = people.operator(family.village());
        return journal.once(() -> enter(family, operator), ref -> {
            int version = proposals.view(ref, operator).version();
            proposals.submit(ref, version, true, UUID.randomUUID(), operator);
        });
    }

    /** One family entered with photos, not yet submitted. */
    void draft(FamilyContent family) {
        journal.once(() -> enter(family, people.operator(family.village())), ref -> {});
    }

    /** A family of which only the card and the members are entered. */
    void begin(FamilyContent family) {
        journal.once(() -> begin(family, people.operator(family.village())), ref -> {});
    }

    private CaseRef enter(FamilyContent family, Actor operator) {
        CaseRef ref = begin(family, operator);
        int version = proposals.view(ref, operator).version();
        version =
                proposals.saveHousing(ref, version, family.housing(), operator).version();
        proposals.savePlace(ref, version, family.place(), operator);
        photograph(ref, family, AttachmentKind.HOUSE_FRONT, DrawnPhoto.house(ref.hashCode()), operator);
        photograph(ref, family, AttachmentKind.FAMILY_CARD, DrawnPhoto.paper("KARTU KELUARGA (CONTOH)"), operator);
        return ref;
    }

    private CaseRef begin(FamilyContent family, Actor operator) {
        CaseRef ref = proposals.draft(operator, family.village());
        CardPart card = CardPart.of(family, Channel.VILLAGE_MEETING, false);
        int version = proposals
                .saveCard(ref, proposals.view(ref, operator).version(), card, operator)
                .version();
        proposals.saveMembers(ref, version, family.members(), operator);
        return ref;
    }

    /** The village meets on everything that is ready; {@code declined} of it are not agreed. */
    void meet(AreaCode village, Set<CaseRef> declined) {
        CaseRef meeting = record(village, declined);
        Actor head = people.head(village);
        journal.once(meeting, () -> proposals.signMeeting(meeting, null, head));
        jobs.runDue();
    }

    /** The operator records the meeting; the village head has not signed yet. */
    CaseRef record(AreaCode village, Set<CaseRef> declined) {
        Actor operator = people.operator(village);
        return journal.once(() -> minutes(village, operator), ref -> {
            MeetingView meeting = proposals.meeting(ref, operator);
            List<Verdict> verdicts = meeting.candidates().stream()
                    .map(c -> declined.contains(c.ref())
                            ? new Verdict(c.ref(), betterOff())
                            : new Verdict(c.ref(), null, meeting.notIndicated().contains(c.ref()) ? DESPITE : null))
                    .toList();
            proposals.recordMeeting(
                    ref,
                    new MeetingRecord(MeetingRoute.MINUTES, time.today(ZoneOffset.UTC), "Balai pekon", 34, verdicts),
                    operator);
        });
    }

    private CaseRef minutes(AreaCode village, Actor operator) {
        CaseRef ref = proposals.openMeeting(village, operator);
        attachments.add(
                new AttachmentUpload(
                        ref.value(),
                        village,
                        AttachmentKind.MEETING_MINUTES,
                        DrawnPhoto.paper("BERITA ACARA MUSDES (CONTOH)"),
                        Capture.UNKNOWN),
                operator);
        return ref;
    }

    private static Reason betterOff() {
        return new Reason(
                ReasonCode.NOT_ELIGIBLE_CRITERIA, "Musyawarah menilai keluarga ini sudah mampu dibanding tetangganya.");
    }

    private void photograph(CaseRef ref, FamilyContent family, AttachmentKind kind, byte[] picture, Actor operator) {
        Capture capture = new Capture(
                family.place().latitude(),
                family.place().longitude(),
                family.place().accuracyMetres(),
                time.now());
        attachments.add(new AttachmentUpload(ref.value(), family.village(), kind, picture, capture), operator);
    }
}
