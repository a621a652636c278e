package id.siks.proposal.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.TestFamilies;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberPlacesTests {

    private static final String NIK = "members[%d].nik";

    private final MemberContent budi = TestFamilies.head("Budi Santosa");
    private final MemberContent siti = TestFamilies.spouse("Siti Aminah");
    private final MemberContent rini = TestFamilies.spouse("Rini Lestari");

    @Test
    void aFieldFollowsItsMemberAndLeavesWithHim() {
        MemberPlaces places = MemberPlaces.between(of(budi, siti, rini), of(rini, budi));
        assertThat(places.now(NIK.formatted(0))).contains(NIK.formatted(1));
        assertThat(places.now(NIK.formatted(1))).isEmpty();
        assertThat(places.now(NIK.formatted(2))).contains(NIK.formatted(0));
    }

    @Test
    void whatIsAboutNoMemberStaysWhereItIs() {
        MemberPlaces places = MemberPlaces.between(of(budi, siti), of(siti));
        assertThat(places.now("members")).contains("members");
        assertThat(places.now("housing.floor")).contains("housing.floor");
        assertThat(places.now(NIK.formatted(7))).as("of nobody").isEmpty();
    }

    private static FamilyContent of(MemberContent... members) {
        return TestFamilies.with(new AreaCode("1806042001"), List.of(members));
    }
}
