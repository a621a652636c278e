package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds families whose homes are said to stand at the same point: possible, but worth a second look. */
final class SamePlace {

    private static final double METRES = 5;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double NEAR = METRES / METRES_PER_DEGREE;

    /** Degrees of latitude or longitude beyond which no home is at the same point, anywhere in Indonesia. */
    static final double REACH = 2 * NEAR;

    private SamePlace() {}

    /** Those with another one of the same list within about five metres. */
    static Set<CaseRef> among(List<Home> homes) {
        List<Home> northward = new ArrayList<>(homes);
        northward.sort(Comparator.comparingDouble(Home::latitude));
        Set<CaseRef> shared = new HashSet<>();
        for (int i = 0; i < northward.size(); i++) {
            Home home = northward.get(i);
            for (int j = i + 1; j < northward.size() && northward.get(j).latitude - home.latitude <= NEAR; j++) {
                if (home.near(northward.get(j))) {
                    shared.add(home.ref);
                    shared.add(northward.get(j).ref);
                }
            }
        }
        return shared;
    }

    /** Where a family lives, in degrees. */
    record Home(CaseRef ref, double latitude, double longitude) {

        private boolean near(Home other) {
            double north = other.latitude - latitude;
            double east = (other.longitude - longitude) * Math.cos(Math.toRadians(latitude));
            return Math.hypot(north, east) <= NEAR;
        }
    }
}
