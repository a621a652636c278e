package id.siks.finalization.model;

import id.siks.casework.CaseGroups;
import id.siks.casework.CaseOpened;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.finalization.PeriodView;
import id.siks.identity.Role;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A period is a case too: it has a timeline and somebody who holds it. */
@Component
public class PeriodCase {

    /** Kind of the case. */
    public static final String KIND = "PERIOD";

    private final ApplicationEventPublisher events;
    private final CaseGroups groups;
    private final PeriodWords words;

    PeriodCase(ApplicationEventPublisher events, CaseGroups groups, PeriodWords words) {
        this.events = events;
        this.groups = groups;
        this.words = words;
    }

    /** The period is planned. */
    public void opened(PeriodView period, Instant at) {
        String subject = words.official(period);
        events.publishEvent(new CaseOpened(period.ref(), KIND, period.regency(), subject, CaseStatus.DRAFT, null, at));
    }

    /** The period reached a milestone while its members go their own ways. */
    public void progressed(CaseRef period, String what, CaseStatus status, Role holder, Long by, Instant at) {
        events.publishEvent(CaseProgressed.of(period, what, status, holder, by, at));
    }

    /** The period and everything that travels with it reached a milestone. */
    public void travelled(
            CaseRef period,
            long group,
            String what,
            CaseStatus status,
            Role holder,
            Long by,
            Reason reason,
            Instant at) {
        groups.progress(group, what, status, holder, by, reason, null, at);
        events.publishEvent(new CaseProgressed(List.of(period), what, status, holder, by, reason, null, at));
    }
}
