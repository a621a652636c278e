package id.siks.casework;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps summary and timeline in the transaction of whoever tells about a case. */
@Component
class CaseListener {

    private final CaseRows rows;
    private final ApplicationEventPublisher events;

    CaseListener(CaseRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @EventListener
    void on(CaseOpened opened) {
        rows.open(List.of(opened));
    }

    @EventListener
    void on(CasesOpened opened) {
        rows.open(opened.cases());
    }

    @EventListener
    void on(CaseNoted noted) {
        rows.note(noted);
    }

    @EventListener
    void on(CaseProgressed progressed) {
        int moved = rows.progress(progressed);
        if (moved != progressed.refs().size()) {
            throw new IllegalStateException("%d of %d cases are not known to casework"
                    .formatted(
                            progressed.refs().size() - moved, progressed.refs().size()));
        }
        if (progressed.status().isUnsuccessful()) {
            tellUnsuccessful(progressed);
        }
    }

    private void tellUnsuccessful(CaseProgressed progressed) {
        List<CaseRef> families = rows.ended(progressed.refs());
        if (!families.isEmpty()) {
            events.publishEvent(new CasesEndedUnsuccessfully(families, progressed.at()));
        }
    }
}
