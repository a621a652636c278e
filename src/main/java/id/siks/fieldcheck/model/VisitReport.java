package id.siks.fieldcheck.model;

import id.siks.casework.Reason;
import id.siks.fieldcheck.FieldCheckView.Finding;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.register.Place;
import java.time.Instant;
import java.util.Map;

/**
 * What a visitor brings back from the door.
 *
 * @param outcome what he found
 * @param visitedAt when he stood there
 * @param place where, or null
 * @param findings what he says of the signs, by code
 * @param otherRegisterId the other family, for outcomes that name one; else null
 * @param note his own words, or null
 * @param reason why the village has to correct, for {@link VisitOutcome#TO_CORRECT}; else null
 */
public record VisitReport(
        VisitOutcome outcome,
        Instant visitedAt,
        Place place,
        Map<String, Finding> findings,
        String otherRegisterId,
        String note,
        Reason reason) {}
