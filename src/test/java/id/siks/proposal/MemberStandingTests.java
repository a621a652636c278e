package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.proposal.MemberStanding.Matching;
import id.siks.proposal.MemberStanding.Standing;
import id.siks.register.MatchReport;
import id.siks.register.MatchStatus;
import id.siks.register.MemberMatch;
import id.siks.register.RegistryStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of glossary 6.3 for each member, before and after the meeting, and while the village mends. */
class MemberStandingTests {

    private static final Instant THEN = Instant.parse("2026-11-02T03:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MATCHED,    FOUND,     false, false, MATCHED,               -",
                "MATCHED,    FOUND,     false, true,  MATCHED,               CONFIRMED",
                "MATCHED,    FOUND,     true,  true,  MATCHED,               CONFIRMED",
                "NO_PAPERS,  -,         false, true,  NO_PAPERS,             NO_PAPERS",
                "NOT_ASKED,  -,         false, false, NOT_ASKED,             -",
                "NOT_ASKED,  -,         true,  true,  UNCONFIRMED_IN_REPAIR, UNCONFIRMED",
                "MISMATCHED, FOUND,     true,  false, MISMATCHED_IN_REPAIR,  -",
                "MISMATCHED, FOUND,     false, true,  MISMATCHED,            UNCONFIRMED",
                "MISMATCHED, NOT_FOUND, true,  true,  UNCONFIRMED_IN_REPAIR, UNCONFIRMED",
                "MISMATCHED, INACTIVE,  false, true,  MISMATCHED,            UNCONFIRMED",
                "MISMATCHED, DECEASED,  false, true,  MISMATCHED,            DECEASED",
                "MISMATCHED, DUPLICATE, true,  true,  UNCONFIRMED_IN_REPAIR, DUPLICATE",
            })
    void each_member_stands_where_registry_and_village_put_him(
            MatchStatus status,
            RegistryStatus registry,
            boolean inRepair,
            boolean agreed,
            Matching matching,
            Standing standing) {
        MemberMatch match = new MemberMatch(0, "Budi Contoh", status, registry, List.of(), THEN);

        List<MemberStanding> standings =
                MemberStanding.of(proposal(THEN, inRepair, agreed), new MatchReport(List.of(match)));

        assertThat(standings).containsExactly(new MemberStanding(match, matching, standing));
    }

    @ParameterizedTest
    @CsvSource({"MATCHED, true", "NO_PAPERS, true", "NOT_ASKED, false", "MISMATCHED, false"})
    void only_what_matches_or_has_no_papers_is_settled(MatchStatus status, boolean settled) {
        MemberMatch match = new MemberMatch(0, "Budi Contoh", status, RegistryStatus.FOUND, List.of(), THEN);

        // A draft is written, not mended.
        List<MemberStanding> standings =
                MemberStanding.of(proposal(null, true, false), new MatchReport(List.of(match)));

        assertThat(standings).singleElement().satisfies(one -> {
            assertThat(one.settled()).isEqualTo(settled);
            assertThat(one.matching().name()).isEqualTo(status.name());
        });
    }

    @ParameterizedTest
    @CsvSource({"DETERMINED, NOT_KEPT", "REJECTED_BY_REGENCY, NOT_KEPT", "APPROVED_BY_REGENCY, NOT_ASKED"})
    void of_an_ended_case_nobody_is_still_to_be_asked(CaseStatus status, Matching matching) {
        MemberMatch match = new MemberMatch(0, "Budi Contoh", MatchStatus.NOT_ASKED, null, List.of(), null);

        List<MemberStanding> standings =
                MemberStanding.of(proposal(THEN, false, true, status), new MatchReport(List.of(match)));

        assertThat(standings).singleElement().satisfies(one -> {
            assertThat(one.matching()).isEqualTo(matching);
            assertThat(one.standing()).isEqualTo(matching == Matching.NOT_KEPT ? null : Standing.UNCONFIRMED);
        });
    }

    private static ProposalView proposal(Instant submittedAt, boolean editable, boolean agreed) {
        return proposal(submittedAt, editable, agreed, CaseStatus.DRAFT);
    }

    private static ProposalView proposal(Instant submittedAt, boolean editable, boolean agreed, CaseStatus status) {
        return new ProposalView(
                new CaseRef("USL-1804-26-000001"),
                "NEW_REGISTRATION",
                new AreaCode("1804012001"),
                Channel.VILLAGE_MEETING,
                null,
                status,
                "Budi Contoh",
                null,
                List.of(),
                null,
                1,
                THEN,
                submittedAt,
                editable,
                agreed,
                null,
                1);
    }
}
