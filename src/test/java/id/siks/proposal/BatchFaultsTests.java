package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.Statements;
import id.siks.casework.BatchMember.Fault;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.evidence.AttachmentKind;
import id.siks.platform.BusinessTime;
import id.siks.register.CivilRegistry.Answer;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.RegistryStatus;
import id.siks.register.outside.SimulatedCivilRegistry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ministry's check finds in a list (glossary 2, articles 6 to 8; 9.2). */
@EngineTest
class BatchFaultsTests {

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalBatchMember members;

    @Autowired
    SimulatedCivilRegistry civilRegistry;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_answer_older_than_thirty_days_is_asked_for_again_and_counts_as_it_is_now() {
        ProposalTestData.Place here = data.in("1806092011");
        CaseRef ref = here.approved();
        MemberContent head =
                proposals.view(ref, here.operator).content().members().get(0);
        assertThat(faults(ref)).isEmpty();

        civilRegistry.knows(head.nik(), Answer.without(RegistryStatus.NOT_FOUND));
        match(ref);
        assertThat(faults(ref)).as("not asked again within 30 days").isEmpty();

        answeredDaysAgo(head.nik(), 31);
        assertThat(faults(ref)).containsExactly(new Fault("registry-old", null));
        match(ref);
        assertThat(faults(ref)).containsExactly(new Fault("registry-differs", ReasonCode.IDENTITY_NOT_FOUND));

        FamilyContent family = proposals.view(ref, here.operator).content();
        civilRegistry.knows(
                head.nik(),
                new Answer(
                        RegistryStatus.FOUND,
                        family.familyCardNumber(),
                        head.fullName(),
                        head.birthDate(),
                        head.sex()));
        match(ref);
        assertThat(faults(ref)).as("whoever did not match is asked about again").isEmpty();
    }

    @Test
    void what_is_missing_is_found_with_the_reason_to_return_it() {
        ProposalTestData.Place here = data.in("1806092012");
        CaseRef ref = here.approved();
        assertThat(faults(ref)).isEmpty();

        change(ref, "content = content #- '{place,latitude}'");
        assertThat(faults(ref)).containsExactly(new Fault("place-missing", ReasonCode.LOCATION_IMPLAUSIBLE));
        change(ref, "content = content #- '{housing,floor}'");
        assertThat(faults(ref)).extracting(Fault::key).containsExactlyInAnyOrder("place-missing", "incomplete");
        db.sql("delete from evidence.attachment where owner = :owner and kind = :kind")
                .param("owner", ref.value())
                .param("kind", AttachmentKind.FAMILY_CARD.name())
                .update();
        assertThat(faults(ref)).contains(new Fault("photo-missing", ReasonCode.EVIDENCE_MISSING));
        change(ref, "area_code = '1806092013'");
        assertThat(faults(ref)).contains(new Fault("other-village", ReasonCode.AREA_CODE_INVALID));
    }

    @Test
    void what_only_time_has_made_so_is_no_fault() {
        ProposalTestData.Place here = data.in("1806092017");
        CaseRef ref = here.approved();
        LocalDate due = time.today(ZoneOffset.UTC).minusDays(40);
        change(
                ref,
                "content = jsonb_set(jsonb_set(content, '{members,1,pregnant}', 'true'),"
                        + " '{members,1,pregnancyDueDate}', '\"" + due + "\"')");
        assertThat(faults(ref)).extracting(Fault::key).contains("incomplete");

        change(ref, "submitted_at = '" + due + "'::timestamptz - interval '30 days'");
        assertThat(faults(ref)).isEmpty();
    }

    @Test
    void a_long_list_is_looked_at_with_no_more_statements_than_a_short_one() {
        ProposalTestData.Place here = data.in("1806092014");
        List<CaseRef> refs =
                Stream.generate(() -> here.handedIn(here.family())).limit(3).toList();
        refs.forEach(ref -> change(ref, "status = 'APPROVED_BY_REGENCY'"));

        List<String> few = Statements.during(() -> faults(refs.subList(0, 1)));
        assertThat(Statements.during(() -> faults(refs))).hasSameSizeAs(few).hasSizeBetween(1, 5);
    }

    private List<Fault> faults(CaseRef ref) {
        return faults(List.of(ref)).getOrDefault(ref, List.of());
    }

    private Map<CaseRef, List<Fault>> faults(List<CaseRef> refs) {
        return transaction.execute(s -> members.faults(refs));
    }

    private void match(CaseRef ref) {
        transaction.executeWithoutResult(s -> members.match(List.of(ref)));
    }

    private void answeredDaysAgo(String nik, int days) {
        assertThat(db.sql("update register.identity_match set asked_at = asked_at - make_interval(days => :days)"
                                + " where nik = :nik")
                        .param("days", days)
                        .param("nik", nik)
                        .update())
                .isEqualTo(1);
    }

    private void change(CaseRef ref, String what) {
        db.sql("update proposal.proposal set " + what + " where case_ref = :ref")
                .param("ref", ref.value())
                .update();
    }
}
