package id.siks.proposal.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.model.SamePlace.Home;
import id.siks.register.Place;
import id.siks.register.TestFamilies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@EngineTest
class NearbyHomesTests {

    @Autowired
    NearbyHomes homes;

    @Autowired
    ProposalTestData data;

    @Autowired
    JdbcClient db;

    @Test
    void of_a_village_only_the_homes_around_those_asked_about_are_read() {
        ProposalTestData.Place here = data.in("1806112010");
        CaseRef asked = at(here, "-5.030000", "104.080000");
        CaseRef neighbour = at(here, "-5.030020", "104.080020");
        CaseRef sameLatitude = at(here, "-5.030000", "104.090000");
        CaseRef elsewhere = at(here, "-5.040000", "104.080000");

        assertThat(homes.around(List.of(asked))).extracting(Home::ref).containsExactlyInAnyOrder(asked, neighbour);
        assertThat(homes.around(List.of(sameLatitude, elsewhere)))
                .extracting(Home::ref)
                .containsExactlyInAnyOrder(sameLatitude, elsewhere);
    }

    /** As with every plan of a test's small table: without the choice to read all of it, the plan is a large one's. */
    @Test
    @Transactional
    void neighbours_are_found_by_an_index_and_not_by_a_look_at_their_village() {
        db.sql("set local enable_seqscan = off").update();
        db.sql("set local enable_bitmapscan = off").update();

        List<String> plan = db.sql("explain " + NearbyHomes.AROUND)
                .param("refs", new String[] {"USL-1806-26-000001"})
                .param("reach", SamePlace.REACH)
                .param("outside", new String[] {"DRAFT"})
                .query(String.class)
                .list();

        assertThat(plan).anyMatch(line -> line.contains("using proposal_neighbour"));
        assertThat(String.join("\n", plan))
                .containsPattern("Index Cond: .*area_code.*>= \\(asked.latitude.*<= \\(asked.latitude");
    }

    private static CaseRef at(ProposalTestData.Place village, String latitude, String longitude) {
        Place home = new Place(new BigDecimal(latitude), new BigDecimal(longitude), 12, Instant.EPOCH);
        return village.handedIn(TestFamilies.at(village.family(), home));
    }
}
