package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.casework.BatchMember.Blocked;
import id.siks.casework.BatchMember.Fault;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.evidence.AttachmentKind;
import id.siks.platform.Conflict;
import id.siks.platform.engine.EngineJobs;
import id.siks.register.Activation;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import id.siks.register.Place;
import id.siks.register.TestFamilies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many proposals at once: a number of statements that does not grow with them, and what is found about a batch. */
@EngineTest
class BulkWorkTests {

    private static final String VILLAGE = "1806022012";
    private static final int MOST_BESIDE_THE_ENGINE = 10;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalTestData data;

    @Autowired
    ProposalBatchMember members;

    @Autowired
    Families families;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_list_of_a_hundred_asks_no_more_than_a_list_of_fifty() {
        ProposalTestData.Place here = data.in(VILLAGE);
        handIn(here, 100);
        List<String> fifty = handIn(here, 50);
        List<String> hundred = handIn(here, 100);

        // Keys and case numbers come in blocks of fifty: one question more for each.
        assertThat(hundred).hasSizeBetween(1, fifty.size() + 3).hasSizeLessThan(20);
    }

    @Test
    void whether_photos_are_there_is_asked_once_for_the_whole_village() {
        ProposalTestData.Place here = data.in("1806022015");
        handIn(here, 5);
        List<String> five = Statements.during(() -> ready(here));
        handIn(here, 20);
        List<String> more = Statements.during(() -> ready(here));

        assertThat(more).hasSameSizeAs(five).hasSizeLessThanOrEqualTo(2);
        CaseRef agreed = here.agreed();
        assertThat(ready(here)).containsExactly(agreed);
        db.sql("delete from evidence.attachment where owner = :owner and kind = :kind")
                .param("owner", agreed.value())
                .param("kind", AttachmentKind.HOUSE_FRONT.name())
                .update();
        assertThat(ready(here)).isEmpty();
    }

    @Test
    void whose_paper_no_village_head_has_signed_joins_no_list() {
        ProposalTestData.Place here = data.in("1806022032");
        CaseRef agreed = here.agreed();
        assertThat(ready(here)).containsExactly(agreed);
        db.sql("update proposal.village_meeting set signed_by = null where area_code = :village")
                .param("village", here.village.value())
                .update();

        assertThat(ready(here)).isEmpty();
        List<Blocked> blocked =
                transaction.execute(s -> members.listOf(here.village).blocked());
        assertThat(blocked).extracting(Blocked::ref).containsExactly(agreed);
    }

    @Test
    void one_submission_asks_nothing_it_does_not_need() {
        ProposalTestData.Place here = data.in(VILLAGE);
        submit(here, here.drafted(here.family()));
        CaseRef ref = here.drafted(here.family());
        List<String> statements = submit(here, ref);

        assertThat(statements).hasSizeBetween(1, MOST_BESIDE_THE_ENGINE);
    }

    @Test
    void a_family_that_became_active_elsewhere_is_a_fault_of_the_batch() {
        ProposalTestData.Place here = data.in("1806022016");
        FamilyContent family = here.family();
        CaseRef ref = approved(here, family);
        CaseRef sound = approved(here, here.family());
        assertThat(faults(List.of(ref, sound))).isEmpty();

        families.activate(List.of(new Activation(new CaseRef("USL-1806-26-9" + random()), family, null)));

        assertThat(faults(List.of(ref, sound))).containsExactly(Map.entry(ref, "already-active"));
    }

    @Test
    void a_person_who_is_twice_in_the_batch_is_a_fault_of_both() {
        ProposalTestData.Place here = data.in("1806022017");
        CaseRef first = approved(here, here.family());
        CaseRef second = approved(here, here.family());
        db.sql(
                        """
                        update proposal.proposal set content = jsonb_set(content, '{members,0,nik}',
                          (select content #> '{members,0,nik}' from proposal.proposal where case_ref = :first))
                        where case_ref = :second""")
                .param("first", first.value())
                .param("second", second.value())
                .update();

        assertThat(faults(List.of(first, second)))
                .containsOnlyKeys(first, second)
                .containsValue("duplicate");
        // The other one may be in a part of the list that is looked at later.
        assertThat(faults(List.of(second))).containsExactly(Map.entry(second, "duplicate"));
    }

    @Test
    void whoever_does_not_wait_for_his_village_does_not_travel_with_its_list() {
        ProposalTestData.Place here = data.in("1806112006");
        CaseRef waiting = here.agreed();
        CaseRef lost = here.agreed();
        assertThat(ready(here)).containsExactly(waiting, lost);
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(lost.value())
                        .processDefinitionKey("proposal-trunk")
                        .singleResult()
                        .getId(),
                "test");

        assertThat(ready(here)).containsExactly(waiting);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                        members.villageFinalized(List.of(waiting, lost), "PRD-1806-26-000001", here.operator)))
                .isInstanceOf(Conflict.class);
        assertThat(proposals.view(waiting, here.operator).status()).isEqualTo(CaseStatus.AGREED_BY_MEETING);
    }

    @Test
    void what_waits_for_meeting_or_correction_misses_the_villages_cutoff_as_well_as_what_is_ready() {
        ProposalTestData.Place here = data.in("1806022021");
        CaseRef agreed = here.agreed();
        CaseRef waiting = here.ready();
        CaseRef returned = here.handedIn(here.family());
        CaseRef listed = here.handedIn(here.family());
        here.drafted(here.family());
        moveTo(returned, CaseStatus.RETURNED_TO_VILLAGE);
        moveTo(listed, CaseStatus.VILLAGE_FINALIZED);

        assertThat(transaction
                        .execute(s -> members.notListed(new AreaCode("1806")))
                        .get(here.village))
                .containsExactlyInAnyOrder(agreed, waiting, returned);
    }

    private void moveTo(CaseRef ref, CaseStatus status) {
        db.sql("update proposal.proposal set status = :status where case_ref = :ref")
                .param("status", status.name())
                .param("ref", ref.value())
                .update();
    }

    @Test
    void two_families_at_one_point_are_pointed_out_and_the_neighbour_is_not() {
        ProposalTestData.Place here = data.in("1806022018");
        List<CaseRef> refs = new ArrayList<>();
        for (String longitude : List.of("104.080000", "104.080030", "104.080200")) {
            refs.add(here.handedIn(at(here.family(), longitude)));
        }
        db.sql("update proposal.proposal set sign_count = 2 where case_ref = any (:refs)")
                .param("refs", refs.stream().map(CaseRef::value).toArray(String[]::new))
                .update();

        List<ListLine> lines = transaction.execute(s -> members.lines(refs));
        assertThat(lines)
                .extracting(ListLine::outlier)
                .containsExactly("proposal.outlier.same-place", "proposal.outlier.same-place", null);
    }

    private List<String> handIn(ProposalTestData.Place here, int many) {
        List<FamilyContent> list =
                IntStream.range(0, many).mapToObj(i -> here.family()).toList();
        return Statements.during(() -> assertThat(
                        proposals.submitAll(list, here.village, here.operator).accepted())
                .hasSize(many));
    }

    private List<CaseRef> ready(ProposalTestData.Place here) {
        return transaction.execute(s -> members.listOf(here.village).ready());
    }

    private List<String> submit(ProposalTestData.Place here, CaseRef ref) {
        int version = data.version(ref);
        return Statements.during(() -> proposals.submit(ref, version, true, UUID.randomUUID(), here.operator));
    }

    /** What is found about the numbers of these; how they came here leaves other things to be found. */
    private Map<CaseRef, String> faults(List<CaseRef> refs) {
        Map<CaseRef, String> ofNumbers = new HashMap<>();
        transaction.execute(s -> members.faults(refs)).forEach((ref, faults) -> faults.stream()
                .map(Fault::key)
                .filter(List.of("already-active", "duplicate")::contains)
                .forEach(key -> ofNumbers.put(ref, key)));
        return ofNumbers;
    }

    /** Where faults are looked for; how it came there does not matter here. */
    private CaseRef approved(ProposalTestData.Place here, FamilyContent family) {
        CaseRef ref = here.handedIn(family);
        db.sql("update proposal.proposal set status = 'APPROVED_BY_REGENCY' where case_ref = :ref")
                .param("ref", ref.value())
                .update();
        return ref;
    }

    private static FamilyContent at(FamilyContent f, String longitude) {
        return TestFamilies.at(f, new Place(new BigDecimal("-5.03"), new BigDecimal(longitude), 12, Instant.EPOCH));
    }

    private static String random() {
        return "%05d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000));
    }
}
