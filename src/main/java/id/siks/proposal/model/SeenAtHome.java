package id.siks.proposal.model;

import id.siks.register.FamilyContent;
import java.util.Objects;

/** What a visitor has seen does not stand any more when the dwelling, its place or its address is told anew. */
final class SeenAtHome {

    private SeenAtHome() {}

    static boolean differs(FamilyContent before, FamilyContent now) {
        return !Objects.equals(before.housing(), now.housing())
                || !Objects.equals(before.place(), now.place())
                || !Objects.equals(before.address(), now.address());
    }
}
