package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.register.HousingSurvey;
import java.util.Map;

/**
 * What a case that has ended was decided by, as its tables keep it.
 *
 * @param ref its number
 * @param kind what it asks for
 * @param village where
 * @param route what the table {@code proposal-route} was asked when it was handed in first, by input
 * @param housing answers about the dwelling; personal data, never to be shown from here
 */
public record PastCase(CaseRef ref, String kind, AreaCode village, Map<String, Object> route, HousingSurvey housing) {}
