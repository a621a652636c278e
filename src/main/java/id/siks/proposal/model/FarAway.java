package id.siks.proposal.model;

import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.platform.FieldError;
import id.siks.register.FamilyContent;
import id.siks.register.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Whether a home lies far from all others around (glossary 9.1.3): a doubt, never an obstacle. Nobody has the borders of
 * villages, so the middle of the known homes stands for them; one wrong point among them does not move it far.
 */
@Component
class FarAway {

    /** Fewer other homes have no middle worth speaking of. */
    static final int FEWEST = 5;

    /** Hardly a village reaches farther from its middle. */
    static final int KM_IN_VILLAGE = 30;

    /** The same for a district, where too few homes of the village are known. */
    static final int KM_IN_DISTRICT = 100;

    private static final double KM_PER_DEGREE = 111.2;

    private final SurroundingRows rows;

    FarAway(SurroundingRows rows) {
        this.rows = rows;
    }

    /** The doubt about the point, if there is one; none while it is not set or too little is known around. */
    Optional<FieldError> doubt(CaseRef ref, FamilyContent content) {
        if (content.village() == null
                || content.place() == null
                || !content.place().complete()) {
            return Optional.empty();
        }
        List<Place> village = rows.homes(ref, content.village());
        return village.size() >= FEWEST
                ? doubt(content.place(), village, KM_IN_VILLAGE, "village")
                : doubt(
                        content.place(),
                        rows.homes(ref, content.village().at(AreaLevel.DISTRICT)),
                        KM_IN_DISTRICT,
                        "district");
    }

    private static Optional<FieldError> doubt(Place place, List<Place> others, int farthest, String around) {
        if (others.size() < FEWEST) {
            return Optional.empty();
        }
        long away = Math.round(kilometres(place, median(others, Place::latitude), median(others, Place::longitude)));
        return away <= farthest
                ? Optional.empty()
                : Optional.of(FieldError.of("place.latitude", "proposal.doubt.far." + around, away));
    }

    private static BigDecimal median(List<Place> places, Function<Place, BigDecimal> degrees) {
        List<BigDecimal> sorted = places.stream().map(degrees).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Near enough to the truth for a doubt: Indonesia lies along the equator. */
    private static double kilometres(Place place, BigDecimal latitude, BigDecimal longitude) {
        double north = place.latitude().subtract(latitude).doubleValue();
        double east =
                place.longitude().subtract(longitude).doubleValue() * Math.cos(Math.toRadians(latitude.doubleValue()));
        return KM_PER_DEGREE * Math.hypot(north, east);
    }
}
