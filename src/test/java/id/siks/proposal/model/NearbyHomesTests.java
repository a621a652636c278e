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
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class NearbyHomesTests {

    /** Three thousand more homes in the village, each a hundred metres from the next. */
    private static final String CROWD =
            """
            insert into proposal.proposal (id, case_ref, kind, area_code, channel, status, content,
              drafted_by, drafted_at, changed_at, version)
            select -n, case_ref || '-' || n, kind, area_code, channel, status,
              jsonb_set(content, '{place,latitude}', to_jsonb(-5.03 - n * 0.001)),
              drafted_by, drafted_at, changed_at, version
            from proposal.proposal, generate_series(1, 3000) n where case_ref = :ref""";

    @Autowired
    NearbyHomes homes;

    @Autowired
    @FlywayDataSource
    DataSource owner;

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

    @Test
    void neighbours_are_found_by_an_index_and_not_by_a_look_at_their_village() {
        ProposalTestData.Place here = data.in("1806112011");
        CaseRef asked = at(here, "-5.030000", "104.080000");
        try {
            asOwner(CROWD, asked);
            // Without it the database would guess how many homes a village has.
            asOwner("analyze proposal.proposal", asked);

            List<String> plan = db.sql("explain " + NearbyHomes.AROUND)
                    .param("refs", new String[] {asked.value()})
                    .param("reach", BigDecimal.valueOf(SamePlace.REACH))
                    .param("outside", new String[] {"DRAFT"})
                    .query(String.class)
                    .list();

            assertThat(plan).anyMatch(line -> line.contains("proposal_neighbour"));
            assertThat(String.join("\n", plan))
                    .containsPattern("Index Cond: .*area_code.*>= \\(searched.latitude.*<= \\(searched.latitude");
            assertThat(homes.around(List.of(asked))).extracting(Home::ref).containsExactly(asked);
        } finally {
            asOwner("delete from proposal.proposal where case_ref like :ref || '-%'", asked);
        }
    }

    private void asOwner(String statement, CaseRef ref) {
        JdbcClient.create(owner).sql(statement).param("ref", ref.value()).update();
    }

    private static CaseRef at(ProposalTestData.Place village, String latitude, String longitude) {
        Place home = new Place(new BigDecimal(latitude), new BigDecimal(longitude), 12, Instant.EPOCH);
        return village.handedIn(TestFamilies.at(village.family(), home));
    }
}
