package id.siks.register;

import java.math.BigDecimal;

/** Where a dwelling can stand: in Indonesia (glossary 8.2). */
final class PlaceRules {

    /** Above this a point is doubtful. */
    static final int GOOD_ACCURACY_METRES = 50;

    private static final BigDecimal SOUTH = new BigDecimal("-11.1");
    private static final BigDecimal NORTH = new BigDecimal("6.1");
    private static final BigDecimal WEST = new BigDecimal("94.9");
    private static final BigDecimal EAST = new BigDecimal("141.1");
    private static final int WORST_ACCURACY = 100_000;

    private PlaceRules() {}

    static void check(Place place, Findings findings) {
        if (place == null) {
            findings.required("latitude", null);
            findings.required("longitude", null);
            return;
        }
        if (!place.complete()) {
            half(place, findings);
        } else if (!inIndonesia(place)) {
            findings.add("latitude", "place-outside");
        }
        Integer accuracy = place.accuracyMetres();
        if (accuracy != null && (accuracy < 0 || accuracy > WORST_ACCURACY)) {
            findings.add("accuracyMetres", "number", 0, WORST_ACCURACY);
        }
    }

    private static void half(Place place, Findings findings) {
        if (findings.complete()) {
            findings.add(place.latitude() == null ? "latitude" : "longitude", "place-half");
        }
    }

    private static boolean inIndonesia(Place place) {
        return within(place.latitude(), SOUTH, NORTH) && within(place.longitude(), WEST, EAST);
    }

    private static boolean within(BigDecimal value, BigDecimal from, BigDecimal to) {
        return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }
}
