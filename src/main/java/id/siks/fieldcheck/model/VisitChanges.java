package id.siks.fieldcheck.model;

import id.siks.casework.CaseChanges;
import id.siks.casework.CaseRef;
import id.siks.casework.Moments;
import id.siks.fieldcheck.FieldCheckView.SignFinding;
import id.siks.fieldcheck.FieldCheckView.VisitView;
import id.siks.register.Place;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What visitors of a home found, attempt by attempt: of each sign what the village had claimed before. Whoever may see the case may
 * read all of it; what they wrote in their own words stands in the timeline.
 */
@Component
class VisitChanges implements CaseChanges {

    private final FieldCheckRepository fieldChecks;
    private final Moments moments;
    private final MessageSource messages;

    VisitChanges(FieldCheckRepository fieldChecks, Moments moments, MessageSource messages) {
        this.fieldChecks = fieldChecks;
        this.moments = moments;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> of(CaseRef ref, boolean whole) {
        return fieldChecks.findByCaseRefOrderById(ref.value()).stream()
                .flatMap(f -> f.visits().stream().flatMap(v -> found(v, f).stream()))
                .toList();
    }

    private List<Change> found(Visit visit, FieldCheck check) {
        VisitView seen = visit.view();
        List<Change> changes = new ArrayList<>();
        changes.add(change(visit, say("fieldcheck.trail.at"), "", moments.full(seen.visitedAt(), check.village())));
        changes.add(change(visit, say("fieldcheck.trail.outcome"), "", say("fieldcheck.outcome." + seen.outcome())));
        if (check.isErased()) {
            changes.add(change(visit, say("fieldcheck.trail.erased"), "", ""));
        }
        if (seen.place() != null) {
            changes.add(change(visit, say("fieldcheck.panel.place"), "", coordinates(seen.place())));
        }
        if (seen.otherRegisterId() != null) {
            changes.add(change(visit, say("fieldcheck.trail.other"), "", seen.otherRegisterId()));
        }
        seen.findings().forEach(f -> changes.add(sign(visit, f)));
        return changes;
    }

    private Change sign(Visit visit, SignFinding sign) {
        return change(
                visit,
                say("program.sign." + sign.sign()),
                sign.claimed() ? say("fieldcheck.trail.claimed") : "",
                say("fieldcheck.finding." + sign.finding()));
    }

    private Change change(Visit visit, String field, String before, String after) {
        String attempt = say("fieldcheck.trail.attempt", visit.attempt(), field);
        return new Change(visit.recordedAt(), "visit-found", visit.visitedBy(), attempt, before, after);
    }

    private static String coordinates(Place place) {
        return place.latitude().toPlainString() + ", " + place.longitude().toPlainString();
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
