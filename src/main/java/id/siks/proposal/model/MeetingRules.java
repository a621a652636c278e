package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.Attachments;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.forms.FormField;
import id.siks.proposal.MeetingRecord;
import id.siks.proposal.MeetingRecord.Verdict;
import id.siks.proposal.MeetingRoute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a meeting's record must hold to prove the village's word. */
@Component
class MeetingRules {

    private static final String VERDICT = "verdict";
    private static final int MOST_PEOPLE = 10_000;
    private static final int LONGEST_PLACE = 200;

    private final Attachments attachments;

    MeetingRules(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * Refuses a record with faults.
     *
     * @param candidates families that may be talked about, each with whether it is an official's own
     * @param notIndicated those of them whose survey indicates no poverty
     */
    void check(
            CaseRef meeting,
            MeetingRecord held,
            Map<CaseRef, Boolean> candidates,
            Set<CaseRef> notIndicated,
            LocalDate today) {
        List<FieldError> faults = new ArrayList<>();
        if (held.route() == null) {
            throw InvalidInput.at("route", "proposal.error.route-missing");
        }
        checkDay(held.heldOn(), today, faults);
        if (held.route() == MeetingRoute.MINUTES) {
            checkMinutes(held, faults);
        }
        checkVerdicts(held, candidates, faults);
        held.verdicts().stream()
                .filter(said -> said.agreed() && notIndicated.contains(said.ref()))
                .filter(said -> Advice.isUnexplained(said.despite()))
                .map(said -> Advice.unexplained(
                        FormField.repeatedKey("despite", said.ref().value())))
                .forEach(faults::add);
        AttachmentKind paper =
                held.route() == MeetingRoute.MINUTES ? AttachmentKind.MEETING_MINUTES : AttachmentKind.SPTJM;
        if (!attachments.has(meeting.value(), paper)) {
            faults.add(FieldError.of("scan", "proposal.error.scan-missing." + paper));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void checkDay(LocalDate day, LocalDate today, List<FieldError> faults) {
        if (day == null) {
            faults.add(FieldError.of("heldOn", "proposal.error.day-missing"));
        } else if (day.isAfter(today)) {
            faults.add(FieldError.of("heldOn", "proposal.error.day-in-future"));
        } else if (!FreshEvidence.on(day, today)) {
            faults.add(FieldError.of("heldOn", "proposal.error.day-too-old"));
        }
    }

    private static void checkMinutes(MeetingRecord held, List<FieldError> faults) {
        if (held.place() == null || held.place().length() > LONGEST_PLACE) {
            faults.add(FieldError.of("place", "proposal.error.place-missing", LONGEST_PLACE));
        }
        if (held.attendance() == null || held.attendance() < 1 || held.attendance() > MOST_PEOPLE) {
            faults.add(FieldError.of("attendance", "proposal.error.attendance", MOST_PEOPLE));
        }
    }

    private static void checkVerdicts(MeetingRecord held, Map<CaseRef, Boolean> candidates, List<FieldError> faults) {
        if (held.verdicts().isEmpty()) {
            String first = candidates.keySet().stream()
                    .findFirst()
                    .map(MeetingRules::field)
                    .orElse(VERDICT);
            faults.add(FieldError.of(first, "proposal.error.nobody-talked-about"));
        }
        Set<CaseRef> seen = new HashSet<>();
        for (Verdict verdict : held.verdicts()) {
            Boolean ownFamily = candidates.get(verdict.ref());
            if (ownFamily == null || !seen.add(verdict.ref())) {
                faults.add(FieldError.of(
                        field(verdict.ref()),
                        "proposal.error.not-a-candidate",
                        verdict.ref().value()));
            } else if (ownFamily && held.route() == MeetingRoute.SPTJM) {
                faults.add(FieldError.of(
                        field(verdict.ref()),
                        "proposal.error.own-family-needs-meeting",
                        verdict.ref().value()));
            }
        }
    }

    /** Where the word on a family stands in the form. */
    private static String field(CaseRef family) {
        return FormField.repeatedKey(VERDICT, family.value());
    }
}
