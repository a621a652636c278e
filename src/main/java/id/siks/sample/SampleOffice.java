package id.siks.sample;

import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.finalization.Batches;
import id.siks.finalization.Decree;
import id.siks.finalization.Periods;
import id.siks.finalization.RatificationLetter;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.proposal.RegencyDecision;
import id.siks.sample.SmallSample.Desk;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the social worker, the social office, regent, province and ministry of the sample do. */
@Component
class SampleOffice {

    private static final String DESPITE =
            "Kepala keluarga sakit menahun; keadaan itu tidak terbaca dari jawaban survei.";

    private final Proposals proposals;
    private final Periods periods;
    private final Batches batches;
    private final Attachments attachments;
    private final SampleVisits visits;
    private final SamplePeople people;
    private final SampleJournal journal;
    private final EngineJobs jobs;
    private final BusinessTime time;

    SampleOffice(
            Proposals proposals,
            Periods periods,
            Batches batches,
            Attachments attachments,
            SampleVisits visits,
            SamplePeople people,
            SampleJournal journal,
            EngineJobs jobs,
            BusinessTime time) {
        this.proposals = proposals;
        this.periods = periods;
        this.batches = batches;
        this.attachments = attachments;
        this.visits = visits;
        this.people = people;
        this.journal = journal;
        this.jobs = jobs;
        this.time = time;
    }

    /** The social worker visits the home and finds what the village said. */
    void visit(CaseRef ref) {
        ProposalView proposal = proposals.view(ref, people.official(Role.REGENCY_VERIFIER));
        visits.confirm(proposal, people.worker(proposal.village()));
        jobs.runDue();
    }

    /** The verifier decides. */
    void decide(CaseRef ref, RegencyDecision decision) {
        Actor verifier = people.official(Role.REGENCY_VERIFIER);
        journal.once(ref, () -> {
            proposals.decide(ref, decision, reasonFor(decision), DESPITE, List.of(), verifier);
        });
        jobs.runDue();
    }

    private static Reason reasonFor(RegencyDecision decision) {
        return switch (decision) {
            case APPROVE -> null;
            case RETURN -> new Reason(
                    ReasonCode.PHOTO_UNUSABLE, "Foto rumah belum memperlihatkan atap sampai lantai, mohon diulang.");
            case REJECT -> new Reason(
                    ReasonCode.NOT_ELIGIBLE_CRITERIA,
                    "Hasil kunjungan tidak menemukan tanda kemiskinan yang diusulkan.");
        };
    }

    /** Carries the batch of a period whose villages have closed up to the desk {@code goal}, where it stays. */
    void carry(CaseRef period, Desk goal) {
        journal.once(period, () -> periods.closeRegency(period, people.official(Role.REGENCY_VERIFIER)));
        jobs.runDue();
        if (goal == Desk.OFFICE_HEAD) {
            return;
        }
        journal.once(period, () -> batches.approve(period, people.official(Role.REGENCY_OFFICE_HEAD)));
        if (goal == Desk.REGENT) {
            return;
        }
        journal.once(period, () -> ratify(period));
        if (goal == Desk.PROVINCE) {
            return;
        }
        journal.once(period, () -> batches.forward(period, people.official(Role.PROVINCE_OFFICER)));
        jobs.runDue();
        if (goal == Desk.MINISTRY) {
            return;
        }
        journal.once(period, () -> batches.checked(period, people.official(Role.MINISTRY_OFFICER)));
        if (goal == Desk.MINISTER) {
            return;
        }
        journal.once(period, () -> determine(period));
        jobs.runDue();
    }

    private void determine(CaseRef period) {
        LocalDate today = today(period);
        batches.determine(
                period,
                new Decree("%d/HUK/%d".formatted(100 + today.getMonthValue(), today.getYear()), YearMonth.from(today)),
                people.official(Role.MINISTRY_DECIDER));
    }

    private LocalDate today(CaseRef period) {
        return time.today(periods.find(period).orElseThrow().zone());
    }

    private void ratify(CaseRef period) {
        Actor regent = people.official(Role.REGENT);
        attachments.add(
                new AttachmentUpload(
                        period.value(),
                        SamplePeople.REGENCY,
                        AttachmentKind.RATIFICATION_LETTER,
                        DrawnPhoto.paper("SURAT PENGESAHAN (CONTOH)"),
                        Capture.UNKNOWN),
                regent);
        LocalDate today = today(period);
        batches.ratify(
                period,
                new RatificationLetter(
                        "460/%d/DINSOS/%d".formatted(today.getMonthValue(), today.getYear()),
                        today,
                        batches.find(period).orElseThrow().sha256()),
                regent);
    }
}
