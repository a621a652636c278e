package id.siks.proposal;

import id.siks.register.Place;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where a map of a village may open before its point is set.
 *
 * @param points dwellings of the village's other proposals, at most 50
 * @param latitude roughly the middle of the district, or else of the regency; null when points or nothing is known
 * @param longitude likewise
 */
public record Surroundings(List<Place> points, BigDecimal latitude, BigDecimal longitude) {}
