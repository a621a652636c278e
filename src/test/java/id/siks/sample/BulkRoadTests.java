package id.siks.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.fieldcheck.FieldChecks;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.BulkIntake;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whole lists of made-up families on the road of a proposal: none may be refused, none may be left behind. */
@EngineTest
@Order(1)
class BulkRoadTests {

    static final String WHY = "Rumahnya akan digusur bulan depan.";
    private static final int A_LIST = 100;
    private static final int VISITED = 3;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    FieldChecks checks;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    EngineJobs jobs;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate db;

    @Test
    void every_family_of_a_list_is_taken_and_every_one_gets_its_visit() {
        SyntheticFamilies families = SyntheticFamilies.ofTheLargeSample(300);
        for (String village : List.of("1806022012", "1806022015", "1806022016")) {
            ProposalTestData.Place here = data.in(village);
            here.period();
            Instant now = time.now();
            BulkIntake intake = proposals.submitAll(
                    Stream.generate(() -> families.in(here.village, now))
                            .limit(A_LIST)
                            .toList(),
                    here.village,
                    here.operator);
            assertThat(intake.refused()).isEmpty();
            jobs.runDue();
            photograph(db, village);
            here.meets(ProposalTestData.agreedDespite(WHY, intake.accepted().toArray(CaseRef[]::new)));
            here.finalizes();

            assertThat(intake.accepted()).hasSize(A_LIST).allMatch(ref -> checks.latest(ref)
                    .isPresent());
            intake.accepted().stream().limit(VISITED).forEach(ref -> {
                visits.confirms(here.worker, ref);
                data.does(here.verifier, ref, "decide-proposal", Map.of("decision", "approve", "despite", WHY));
            });
        }
    }

    static void photograph(JdbcTemplate db, String village) {
        db.update(
                """
                insert into evidence.attachment
                  (owner, area_code, kind, media_type, file_name, bytes, sha256, uploaded_at)
                select case_ref, area_code, photo, 'image/jpeg', gen_random_uuid()::text, 1, '', now()
                from proposal.proposal, unnest(array['HOUSE_FRONT', 'FAMILY_CARD']) photo where area_code = ?""",
                village);
    }
}
