package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Other rooms erase by what this view calls ended: no open case may be among it, and no ended one may be missing. */
@EngineTest
class EndedCasesViewTests {

    private static final AreaCode VILLAGE = new AreaCode("1603022002");

    @Autowired
    TestCases cases;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    Timeline timeline;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @EnumSource
    void the_view_and_the_code_agree_what_an_end_is(CaseStatus status) {
        Instant at = time.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        assertThat(ended("NEW_REGISTRATION", status, at))
                .isEqualTo(status.isFinal() ? List.of(Timestamp.from(at)) : List.of());
        CaseSummary.OF_AREAS.forEach(
                kind -> assertThat(ended(kind, status, at)).as(kind).isEmpty());
    }

    @Test
    void the_kinds_it_leaves_out_are_those_of_real_meetings_and_periods() {
        ProposalTestData.Place place = data.in("1602022008");
        CaseRef family = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);

        assertThat(CaseSummary.OF_AREAS)
                .containsExactlyInAnyOrder(kind(meeting), kind(place.period().ref()))
                .doesNotContain(kind(family));
    }

    private String kind(CaseRef ref) {
        return timeline.summary(ref).kind();
    }

    private List<Timestamp> ended(String kind, CaseStatus status, Instant at) {
        CaseRef ref = cases.standing(kind, VILLAGE, "Keluarga Uji", status, at);
        return db.sql("select ended_at from casework.ended_case where case_ref = :ref")
                .param("ref", ref.value())
                .query(Timestamp.class)
                .list();
    }
}
