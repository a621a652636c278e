package id.siks.fieldcheck.model;

import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the case's timeline what happens around the visits. Labels are {@code casework.event.<what>}. */
@Component
class FieldCheckMilestones {

    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    FieldCheckMilestones(ApplicationEventPublisher events, BusinessTime time) {
        this.events = events;
        this.time = time;
    }

    void assigned(CaseRef caseRef, Long by) {
        tell(caseRef, "visit-assigned", Role.DISTRICT_SOCIAL_WORKER, by, null, null);
    }

    void recorded(CaseRef caseRef, VisitResult result, VisitReport report, Long by) {
        switch (result) {
            case NOBODY_HOME -> tell(
                    caseRef, "visit-nobody-home", Role.DISTRICT_SOCIAL_WORKER, by, null, report.note());
            case CONTRADICTORY -> tell(caseRef, "visit-recorded", Role.REGENCY_VERIFIER, by, null, report.note());
            default -> tell(caseRef, "visit-recorded", null, by, report.reason(), report.note());
        }
    }

    void reviewed(CaseRef caseRef, ReviewDecision decision, Reason reason, String note, Long by) {
        Role holder = decision == ReviewDecision.REVISIT ? Role.DISTRICT_SOCIAL_WORKER : null;
        tell(caseRef, "visit-reviewed-" + decision.code(), holder, by, reason, note);
    }

    private void tell(CaseRef caseRef, String what, Role holder, Long by, Reason reason, String note) {
        events.publishEvent(new CaseProgressed(
                List.of(caseRef), what, CaseStatus.FIELD_VERIFICATION, holder, by, reason, note, time.now()));
    }
}
