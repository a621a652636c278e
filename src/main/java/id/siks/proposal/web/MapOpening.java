package id.siks.proposal.web;

import id.siks.proposal.Surroundings;
import java.util.stream.Collectors;

/**
 * What a map is told before its point is set.
 *
 * @param points other dwellings as {@code [[latitude,longitude],…]}, or null
 * @param near middle of the country around as {@code latitude,longitude}, or null
 */
record MapOpening(String points, String near) {

    static MapOpening of(Surroundings around) {
        String points = around.points().stream()
                .map(place -> "[" + place.latitude() + "," + place.longitude() + "]")
                .collect(Collectors.joining(",", "[", "]"));
        return new MapOpening(
                around.points().isEmpty() ? null : points,
                around.latitude() == null ? null : around.latitude() + "," + around.longitude());
    }
}
