package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.siks.casework.BatchMember.VillageList;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.ReasonCode;
import id.siks.casework.TimelineEntry;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.models.OlderTrunk;
import id.siks.platform.InvalidInput;
import id.siks.worklist.model.TestWork;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Glossary 9.2: a family with somebody the civil registry knows otherwise is on no village's list, and is not lost by it. */
class KeptOffListTests extends TrunkTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Autowired
    Periods periods;

    @Autowired
    TestWork work;

    @Autowired
    RepositoryService repository;

    private String today;

    @Test
    void a_death_told_while_the_list_is_awaited_sends_the_family_back_in_time_for_it() {
        place = data.in("6207011001");
        CaseRef ref = place.agreed();

        dies(ref);

        assertThat(batch.listOf(place.village).ready()).isEmpty();
        comesBack(ref);
        place.finalizes();
        assertThat(status(ref)).isEqualTo(CaseStatus.FIELD_VERIFICATION);
    }

    /** The meeting talks about families and goes on; but whoever is on the list has to match. */
    @Test
    void a_death_told_before_the_meeting_sends_the_family_back_when_the_meeting_has_agreed() {
        place = data.in("6207011002");
        CaseRef mourning = place.ready();
        CaseRef other = place.ready();
        dies(mourning);
        assertThat(process(mourning)).isWaitingAt("meeting-recorded");

        place.meets(ProposalTestData.agreedTo(mourning, other));

        assertThat(process(other)).isWaitingAt("list-awaited");
        comesBack(mourning);
    }

    @Test
    void a_family_whose_member_is_known_otherwise_by_now_comes_back_when_the_village_closes_its_list() {
        place = data.in("6207012005");
        CaseRef known = place.ready();
        CaseRef other = place.ready();
        place.meets(ProposalTestData.agreedTo(known, other));
        otherwise(known);
        VillageList list = batch.listOf(place.village);
        assertThat(list.ready()).containsExactly(other);
        assertThat(list.returning()).containsExactly(known);

        place.finalizes();

        assertThat(batches.periodOf(known)).isEmpty();
        assertThat(batches.periodOf(other)).isPresent();
        assertThat(status(other)).isEqualTo(CaseStatus.FIELD_VERIFICATION);
        comesBack(known);
    }

    @Test
    void it_comes_back_as_well_when_the_clock_closes_the_list() {
        place = data.in("6205011001");
        CaseRef known = place.ready();
        CaseRef other = place.ready();
        place.meets(ProposalTestData.agreedTo(known, other));
        otherwise(known);

        theCutoffComes();

        assertThat(process(other)).isWaitingAt("list-awaited");
        assertThat(status(other)).isEqualTo(CaseStatus.AGREED_BY_MEETING);
        comesBack(known);
        time.release();
    }

    /** One odd case holds up no list of a whole regency. */
    @Test
    void one_that_its_village_may_not_put_on_its_list_any_more_is_left_alone() {
        place = data.in("6207012006");
        CaseRef odd = place.agreed();
        otherwise(odd);
        became(odd, CaseStatus.VILLAGE_FINALIZED);

        transaction.executeWithoutResult(s -> batch.keptOff(List.of(odd)));

        assertThat(process(odd)).isWaitingAt("list-awaited");
        became(odd, CaseStatus.AGREED_BY_MEETING);
        ends(odd);
    }

    private void became(CaseRef ref, CaseStatus status) {
        db.update("update proposal.proposal set status = ? where case_ref = ?", status.name(), ref.value());
    }

    /** Their diagram knows no way back: told otherwise, they would go on as if they were on the list. */
    @Test
    void cases_of_an_older_diagram_stay_on_the_list_marked_and_are_not_approved() throws IOException {
        today = latest();
        String older = older();
        try {
            place = data.in("6206012001");
            CaseRef listed = mourningByTheOlder();
            place.finalizes();
            visits.confirms(place.worker, listed);
            assertThat(process(listed)).isWaitingAt("decide-proposal");
            assertThatThrownBy(() -> decide(place.verifier, listed)).isInstanceOf(InvalidInput.class);
            ends(listed);

            place = data.in("6206012002");
            CaseRef missed = mourningByTheOlder();
            theCutoffComes();
            assertThat(process(missed)).isWaitingAt("village-finalized");
            assertThat(status(missed)).isEqualTo(CaseStatus.AGREED_BY_MEETING);
            assertThat(timeline.of(missed)).extracting(TimelineEntry::what).endsWith("member-died", "rolled-over");
            ends(missed);
            assertThat(work.isInStep()).isTrue();
        } finally {
            repository.deleteDeployment(older, true);
            // Which diagram is the latest is remembered for a second.
            Awaitility.await().pollDelay(Duration.ofMillis(1_200)).until(() -> true);
            time.release();
        }
    }

    private CaseRef mourningByTheOlder() {
        CaseRef ref = place.agreed();
        dies(ref);
        assertThat(process(ref)).isWaitingAt("village-finalized");
        VillageList list = batch.listOf(place.village);
        assertThat(list.ready()).containsExactly(ref);
        assertThat(list.returning()).isEmpty();
        assertThat(batch.unmatched(list.ready())).containsExactly(ref);
        assertThatThrownBy(() -> move(process(ref), "village-finalized"))
                .isInstanceOf(MigrationPlanValidationException.class);
        assertThatThrownBy(() -> move(process(ref), "list-awaited"))
                .isInstanceOf(MigrationPlanValidationException.class);
        return ref;
    }

    private void ends(CaseRef ref) {
        ProcessInstance process = process(ref);
        withdraw(ref);
        assertThat(process).isEnded();
    }

    /** With what stands against it and to its operator; he corrects it, and it is on the next list without another meeting. */
    private void comesBack(CaseRef ref) {
        assertThat(process(ref))
                .isWaitingAt("correct-proposal")
                .hasPassedInOrder("list-awaited", "member-mismatched", "return-to-village");
        assertThat(status(ref)).isEqualTo(CaseStatus.RETURNED_TO_VILLAGE);
        ProposalView back = proposals.view(ref, place.operator);
        assertThat(back.returned().code()).isEqualTo(ReasonCode.DECEASED);
        assertThat(back.returned().sentence()).isNotBlank();
        assertThat(back.remarks()).extracting(Remark::field).containsExactly("members[1].nik");
        assertThat(told(ref)).isEqualTo(1);
        assertThat(work.isInStep()).isTrue();

        withoutSpouse(ref);
        resubmit(ref);
        assertThat(process(ref)).isWaitingAt("list-awaited");
        assertThat(batch.listOf(place.village).ready()).contains(ref);
        assertThat(work.isInStep()).isTrue();
    }

    private int told(CaseRef ref) {
        return db.queryForObject(
                """
                select count(*) from worklist.notice
                where case_ref = ? and account_id = ? and status = 'RETURNED_TO_VILLAGE'""",
                Integer.class,
                ref.value(),
                place.operator.accountId());
    }

    private void dies(CaseRef ref) {
        civilRegistry.announceDeath(spouseOf(ref).nik(), DAY);
    }

    /** As if an older server had heard of it, or another family had asked. */
    private void otherwise(CaseRef ref) {
        assertThat(db.update(
                        "update register.identity_match set status = 'DECEASED' where nik = ?",
                        spouseOf(ref).nik()))
                .isEqualTo(1);
    }

    private void theCutoffComes() {
        PeriodView period = place.period();
        time.moveTo(period.at(Milestone.VILLAGE_CUTOFF).plusSeconds(1));
        jobs.runDue();
        assertThat(periods.find(period.ref()).orElseThrow().state()).isEqualTo(PeriodState.VILLAGES_CLOSED);
    }

    /** A plan that has it wait there in the diagram of today. */
    private void move(ProcessInstance instance, String there) {
        runtime.createMigrationPlan(instance.getProcessDefinitionId(), today)
                .mapActivities("village-finalized", there)
                .build();
    }

    /** The diagram before there was a way back from the list; answers its deployment. */
    private String older() throws IOException {
        return repository
                .createDeployment()
                .name("proposal-trunk")
                .addString("proposal-trunk.bpmn", OlderTrunk.text())
                .deploy()
                .getId();
    }

    private String latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("proposal-trunk")
                .latestVersion()
                .singleResult()
                .getId();
    }
}
