package id.siks.proposal.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.platform.FieldError;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import id.siks.register.Place;
import id.siks.register.TestFamilies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class FarAwayTests {

    private static final Place JAKARTA = place("-6.2", "106.8");

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Test
    void a_home_far_from_the_others_of_its_village_is_doubtful_and_may_be_handed_in() {
        ProposalTestData.Place village = data.in("1806032037");
        for (int known = 0; known < FarAway.FEWEST - 1; known++) {
            village.drafted(village.family());
        }
        CaseRef wrong = village.drafted(TestFamilies.at(village.family(), JAKARTA));
        assertThat(doubts(wrong, village))
                .extracting(doubt -> doubt.message().key())
                .doesNotContain("proposal.doubt.far.village");
        village.drafted(village.family());

        assertThat(doubts(wrong, village)).singleElement().satisfies(doubt -> {
            assertThat(doubt.field()).isEqualTo("place.latitude");
            assertThat(doubt.message().key()).isEqualTo("proposal.doubt.far.village");
            assertThat((Long) doubt.message().args().get(0)).isBetween(300L, 350L);
        });
        assertThat(proposals.review(wrong, village.operator).errors()).isEmpty();
        CaseRef near = village.drafted(TestFamilies.at(village.family(), place("-5.2", "104.2")));
        assertThat(doubts(near, village)).isEmpty();
    }

    @Test
    void where_few_homes_of_the_village_are_known_those_of_its_district_speak() {
        ProposalTestData.Place crowded = data.in("1805022001");
        for (int known = 0; known < FarAway.FEWEST; known++) {
            crowded.drafted(crowded.family());
        }
        ProposalTestData.Place alone = data.in("1805022002");

        assertThat(doubts(alone.drafted(TestFamilies.at(alone.family(), JAKARTA)), alone))
                .extracting(doubt -> doubt.message().key())
                .containsExactly("proposal.doubt.far.district");
    }

    @Test
    void half_a_place_in_the_draft_of_a_neighbour_tells_nothing() {
        ProposalTestData.Place village = data.in("1806032038");
        for (int known = 0; known < FarAway.FEWEST; known++) {
            village.drafted(village.family());
        }
        Place half = new Place(null, new BigDecimal("104.2"), 10, Instant.EPOCH);
        village.drafted(TestFamilies.at(village.family(), half));

        CaseRef other = village.drafted(TestFamilies.at(village.family(), place("-5.2", "104.2")));

        assertThat(doubts(other, village)).isEmpty();
        assertThat(proposals.surroundings(other, village.operator).points())
                .hasSize(FarAway.FEWEST)
                .allMatch(Place::complete);
    }

    private List<FieldError> doubts(CaseRef ref, ProposalTestData.Place village) {
        return proposals.doubts(ref, village.operator);
    }

    private static Place place(String latitude, String longitude) {
        return new Place(new BigDecimal(latitude), new BigDecimal(longitude), 10, Instant.EPOCH);
    }
}
