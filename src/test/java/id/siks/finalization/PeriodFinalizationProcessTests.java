package id.siks.finalization;

import static id.siks.finalization.process.PeriodFinalization.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import id.siks.ModelCoverage;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.BatchMember.Fault;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.LadderWatch;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.process.PeriodFinalizationProcess;
import id.siks.platform.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeriodFinalizationProcessTests extends PeriodTest {

    @Autowired
    VillageLists villageLists;

    @Autowired
    PeriodFinalizationProcess process;

    @Autowired
    MessageSource messages;

    @Autowired
    Areas areas;

    @Autowired
    LadderWatch watch;

    @Autowired
    ModelCoverage coverage;

    @BeforeAll
    void begin() {
        coverage.begin(KEY);
    }

    @AfterAll
    void everyNodeAndFlowWasPassed() {
        assertThat(coverage.notPassed(KEY)).isEmpty();
    }

    @Test
    void goesFromOpeningToDetermination() {
        Walk walk = rehearsal.opened("3101");
        assertThat(walk.view().state()).isEqualTo(PeriodState.OPEN);
        assertThat(open(walk, FINALIZE_VILLAGE)).isEqualTo(6);
        List<CaseRef> list = walk.finalizes(walk.villages.get(0), 2);
        walk.villages.stream().skip(1).forEach(village -> walk.finalizes(village, 0));
        assertThat(walk.view().state()).isEqualTo(PeriodState.VILLAGES_CLOSED);

        list.forEach(member -> batches.approved(member, walk.verifier));
        walk.at(Milestone.REGENCY_CUTOFF);
        assertThat(walk.view().state()).isEqualTo(PeriodState.REGENCY_CLOSED);
        assertThat(timeline.summary(list.get(0)).status()).isEqualTo(CaseStatus.APPROVED_BY_REGENCY);

        walk.ratified();
        assertThat(walk.view().state()).isEqualTo(PeriodState.RATIFIED);
        assertThat(timeline.summary(list.get(1)).status()).isEqualTo(CaseStatus.RATIFIED);
        batches.forward(walk.ref, walk.province);
        jobs.runDue();
        assertThat(walk.view().state()).isEqualTo(PeriodState.SUBMITTED);
        batches.checked(walk.ref, walk.ministry);
        batches.determine(walk.ref, walk.decree(), walk.decider);
        assertThat(walk.view().state()).isEqualTo(PeriodState.MINISTRY_PROCESSING);
        jobs.runDue();

        assertThat(walk.view().state()).isEqualTo(PeriodState.DETERMINED);
        assertThat(list).allMatch(member -> members.determinationsOf(member) == 1);
        assertThat(timeline.summary(list.get(0)).status()).isEqualTo(CaseStatus.DETERMINED);
        assertThat(passed(walk))
                .contains(OPEN_PERIOD, DISTRICT_CLOSED, CLOSE_VILLAGES, REGENCY_CUTOFF, SEAL_BATCH, APPROVE_BATCH)
                .contains(RECORD_RATIFICATION, FORWARD_BATCH, CHECK_INTEGRITY, DETERMINE_BATCH, PERIOD_DETERMINED)
                .doesNotContain(VILLAGE_CUTOFF, PERIOD_ENDED_EMPTY);
        // Security requirement 4: lists that are repeated pass through, none is written down as a serialised object.
        assertThat(historyService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance(walk))
                        .list())
                .isNotEmpty()
                .extracting(HistoricVariableInstance::getTypeName)
                .doesNotContain("object");
    }

    @Test
    void whoeverLetsAListWaitIsToldAllTheWayUp() {
        Walk walk = rehearsal.opened("3175");
        int districts = areas.children(walk.regency).size();
        assertThat(watch.armed(walk.ref)).hasSize(districts);
        watch.tooEarly(walk.ref);
        assertThat(watch.armed(walk.ref)).hasSize(districts);
        List<CaseRef> list = walk.finalizes(walk.villages.get(0), 1);
        list.forEach(member -> batches.approved(member, walk.verifier));
        walk.at(Milestone.VILLAGE_CUTOFF);
        assertThat(watch.armed(walk.ref)).hasSize(1);
        watch.tooEarly(walk.ref);
        walk.at(Milestone.REGENCY_CUTOFF);
        assertThat(watch.armed(walk.ref)).hasSize(1);
        watch.climb(walk.ref);
        assertThat(passed(walk)).contains("remind-worker", "tell-supervisor", "tell-office-head", "tell-province");
        batches.approve(walk.ref, walk.officeHead);
        walk.letter();
        watch.tooEarly(walk.ref);
        batches.ratify(
                walk.ref, walk.letterOf(batches.find(walk.ref).orElseThrow().sha256()), walk.regent);
        watch.tooEarly(walk.ref);
        batches.forward(walk.ref, walk.province);
        jobs.runDue();
        watch.tooEarly(walk.ref);
        batches.checked(walk.ref, walk.ministry);
        watch.tooEarly(walk.ref);
        assertThat(open(walk, DETERMINE_BATCH)).isEqualTo(1);
        assertThat(passed(walk))
                .contains("finalize-village-escalated", "close-regency-escalated", "record-ratification-escalated")
                .contains("forward-batch-escalated", "check-integrity-escalated", "determine-batch-escalated");
    }

    @Test
    void theTimersOfTheVillagesFollowACutoffThatMoves() {
        Walk walk = rehearsal.opened("3174");
        List<Instant> before = watch.armed(walk.ref);
        periods.moveCutoff(
                walk.ref,
                walk.view().version(),
                Milestone.VILLAGE_CUTOFF,
                walk.view().villageCutoffAt().plus(Duration.ofDays(3)),
                "Kementerian memperpanjang masa pengusulan.",
                walk.officeHead);

        assertThat(watch.armed(walk.ref)).hasSameSizeAs(before).allSatisfy(at -> assertThat(at)
                .isAfter(before.get(before.size() - 1)));
    }

    @Test
    void aRegencyWithMoreThan500VillagesOpensDistrictByDistrict() {
        Walk walk = rehearsal.opened("1108");
        assertThat(walk.villages).hasSizeGreaterThan(500);
        assertThat(open(walk, FINALIZE_VILLAGE)).isEqualTo(walk.villages.size());
        assertThat(variables(walk, "nrOfInstances"))
                .hasSize(1 + areas.children(walk.regency).size())
                .allMatch(branches -> (int) branches <= 500);
        assertThat(variables(walk, VILLAGES)).isEmpty();
        assertThat(variables(walk, DISTRICTS)).isEmpty();

        AreaCode last = walk.villages.get(walk.villages.size() - 1);
        walk.finalizes(last, 0);
        assertThat(open(walk, FINALIZE_VILLAGE)).isEqualTo(walk.villages.size() - 1);
        walk.at(Milestone.VILLAGE_CUTOFF);
        assertThat(open(walk, FINALIZE_VILLAGE)).isZero();
        assertThat(open(walk, CLOSE_REGENCY)).isEqualTo(1);
    }

    @Test
    void plansTheNextPeriodWhenItOpens() {
        Walk walk = rehearsal.opened("1372");
        assertThat(walk.next().state()).isEqualTo(PeriodState.PLANNED);
        assertThat(walk.next().opensAt()).isEqualTo("2026-12-14T17:00:00Z");
        assertThat(runtimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(walk.next().ref().value())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatMissesTheVillageCutoffGoesOnInTheNextPeriod() {
        Walk walk = rehearsal.opened("3277");
        AreaCode late = walk.villages.get(1);
        CaseRef missed = members.ready(late, 1).get(0);
        CaseRef listed = walk.finalizes(walk.villages.get(0), 1).get(0);
        CaseRef agreedLater = members.ready(walk.villages.get(0), 1).get(0);
        walk.at(Milestone.VILLAGE_CUTOFF);

        assertThat(members.rolledOverTo(missed)).isEqualTo(walk.next().ref().value());
        assertThat(members.rolledOverTo(agreedLater))
                .isEqualTo(walk.next().ref().value());
        assertThat(members.rolledOverTo(listed)).isNull();
        assertThat(open(walk, FINALIZE_VILLAGE)).isZero();
        assertThat(open(walk, CLOSE_REGENCY)).isEqualTo(1);
        assertThat(passed(walk)).contains(VILLAGE_CUTOFF, CLOSE_VILLAGES);
    }

    @Test
    void whatIsUndecidedAtTheRegencyCutoffTravelsWithTheNextBatch() {
        Walk walk = rehearsal.opened("6474");
        List<CaseRef> list = walk.finalizes(walk.villages.get(0), 2);
        batches.approved(list.get(0), walk.verifier);
        walk.at(Milestone.VILLAGE_CUTOFF);
        walk.at(Milestone.REGENCY_CUTOFF);

        assertThat(batches.periodOf(list.get(0))).contains(walk.ref);
        assertThat(batches.periodOf(list.get(1))).contains(walk.next().ref());
        assertThat(members.rolledOverTo(list.get(1)))
                .isEqualTo(walk.next().ref().value());
        batches.approved(list.get(1), walk.verifier);
        assertThat(batches.find(walk.next().ref()).orElseThrow().approved()).isEqualTo(1);
    }

    @Test
    void theVerifierClosesTheListBeforeTheCutoffDoes() {
        Walk walk = rehearsal.opened("1374");
        CaseRef member = walk.finalizes(walk.villages.get(0), 1).get(0);
        batches.approved(member, walk.verifier);
        walk.at(Milestone.VILLAGE_CUTOFF);
        periods.closeRegency(walk.ref, walk.verifier);

        assertThat(walk.view().state()).isEqualTo(PeriodState.REGENCY_CLOSED);
        assertThat(open(walk, APPROVE_BATCH)).isEqualTo(1);
        assertThat(passed(walk)).doesNotContain(REGENCY_CUTOFF);
    }

    @Test
    void aPeriodWithoutAnApprovedCaseEndsAtTheCutoff() {
        Walk walk = rehearsal.opened("1273");
        walk.finalizes(walk.villages.get(0), 1);
        walk.at(Milestone.VILLAGE_CUTOFF);
        walk.at(Milestone.REGENCY_CUTOFF);

        assertThat(walk.view().state()).isEqualTo(PeriodState.EMPTY);
        assertThat(passed(walk)).contains(PERIOD_ENDED_EMPTY).doesNotContain(APPROVE_BATCH);
        assertThat(running(walk)).isZero();
    }

    @Test
    void aListWithEverythingReturnedEndsThePeriod() {
        Walk walk = rehearsal.opened("3371");
        CaseRef only = walk.sealed(1).get(0);
        walk.returns(only, walk.officeHead);
        assertThat(members.stateOf(only)).isEqualTo("RETURNED_BY_OFFICE_HEAD");
        assertThat(batches.periodOf(only)).isEmpty();
        batches.approve(walk.ref, walk.officeHead);

        assertThat(walk.view().state()).isEqualTo(PeriodState.EMPTY);
        assertThat(passed(walk))
                .contains(EVERYTHING_RETURNED, PERIOD_ENDED_EMPTY)
                .doesNotContain(RECORD_RATIFICATION);
    }

    @Test
    void whoDoesWhatIsDoneAlreadyIsToldWhoWasBeforeHim() {
        Walk walk = rehearsal.opened("1308");
        walk.sealed(1);
        batches.approve(walk.ref, walk.officeHead);

        assertThatThrownBy(() -> process.approved(walk.ref, false))
                .isInstanceOfSatisfying(Conflict.class, late -> assertThat(messages.getMessage(
                                late.reason().key(), late.reason().args().toArray(), Locale.forLanguageTag("id")))
                        .contains("yang terakhir menangani periode ini " + walk.officeHead.displayName() + ", "));
    }

    @Test
    void aListThatEmptiesBeforeTheLetterEndsThePeriodWithoutOne() {
        Walk walk = rehearsal.opened("3372");
        List<CaseRef> list = walk.sealed(2);
        batches.approve(walk.ref, walk.officeHead);
        batches.withdrawn(list.get(0));
        assertThat(open(walk, RECORD_RATIFICATION)).isEqualTo(1);
        batches.withdrawn(list.get(1));

        assertThat(walk.view().state()).isEqualTo(PeriodState.EMPTY);
        assertThat(running(walk)).isZero();
        assertThat(passed(walk))
                .contains(LIST_EMPTIED, PERIOD_ENDED_UNDETERMINED)
                .doesNotContain(FORWARD_BATCH);
        assertThat(timeline.of(walk.ref)).last().satisfies(e -> assertThat(e.what())
                .isEqualTo("period-emptied"));
        assertThatThrownBy(() -> batches.ratify(walk.ref, walk.letterOf("0".repeat(64)), walk.regent))
                .isInstanceOf(id.siks.platform.Conflict.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1571, forward-batch, RATIFIED",
        "1371, check-integrity, SUBMITTED",
        "1373, determine-batch, MINISTRY_PROCESSING"
    })
    void aListThatEmptiesAfterTheLetterEndsThePeriodWithoutADecree(String regency, String task, PeriodState state) {
        Walk walk = rehearsal.opened(regency);
        List<CaseRef> list = walk.sealed(2);
        walk.ratifiedUpTo(task);
        batches.withdrawn(list.get(0));
        assertThat(walk.view().state()).isEqualTo(state);
        assertThat(open(walk, task)).isEqualTo(1);
        batches.withdrawn(list.get(1));

        assertThat(walk.view().state()).isEqualTo(PeriodState.EMPTY);
        assertThat(running(walk)).isZero();
        assertThat(passed(walk))
                .contains(LIST_EMPTIED, PERIOD_ENDED_UNDETERMINED)
                .doesNotContain(LIST_DETERMINED);
        assertThat(timeline.of(walk.ref)).last().satisfies(e -> assertThat(e.what())
                .isEqualTo("period-undetermined"));
        assertThat(timeline.summary(walk.ref).holder()).isNull();
        assertThat(batches.find(walk.ref).orElseThrow().letterNumber()).isNotNull();
        assertThatThrownBy(() -> batches.determine(walk.ref, walk.decree(), walk.decider))
                .isInstanceOf(id.siks.platform.Conflict.class);
    }

    @Test
    void theMinistryThatReturnsTheLastCaseEndsThePeriodToo() {
        Walk walk = rehearsal.opened("1471");
        CaseRef only = walk.sealed(1).get(0);
        walk.ratifiedUpTo(CHECK_INTEGRITY);
        walk.returns(only, walk.ministry);

        assertThat(members.stateOf(only)).isEqualTo("RETURNED_BY_MINISTRY");
        assertThat(walk.view().state()).isEqualTo(PeriodState.EMPTY);
        assertThat(open(walk, CHECK_INTEGRITY)).isZero();
        assertThat(running(walk)).isZero();
    }

    @Test
    void aRefusedBatchIsCheckedAgainBeforeItIsDetermined() {
        Walk walk = rehearsal.opened("1172");
        List<CaseRef> list = walk.sealed(2);
        walk.checked();
        batches.refuse(walk.ref, Reasons.one(), walk.decider);
        jobs.runDue();
        assertThat(open(walk, CHECK_INTEGRITY)).isEqualTo(1);

        walk.returns(list.get(0), walk.ministry);
        batches.checked(walk.ref, walk.ministry);
        batches.determine(walk.ref, walk.decree(), walk.decider);
        jobs.runDue();

        assertThat(members.stateOf(list.get(0))).isEqualTo("RETURNED_BY_MINISTRY");
        assertThat(members.determinationsOf(list.get(0))).isZero();
        assertThat(members.determinationsOf(list.get(1))).isEqualTo(1);
        assertThat(batches.find(walk.ref).orElseThrow())
                .satisfies(batch -> assertThat(batch.determined()).isEqualTo(1))
                .satisfies(batch -> assertThat(batch.returned()).isEqualTo(1));
    }

    @Test
    void everybodyOnTheListIsComparedWithTheRegistryBeforeTheMinistryChecksItAndAgainWhenItAsks() {
        Walk walk = rehearsal.opened("6271");
        List<CaseRef> list = walk.sealed(120);
        walk.ratifiedUpTo(CHECK_INTEGRITY);

        assertThat(members.matched()).containsAll(list);
        assertThat(passed(walk).stream().filter(MATCH_LIST::equals)).hasSize(3);
        assertThat(open(walk, CHECK_INTEGRITY)).isEqualTo(1);

        batches.matchAgain(walk.ref, walk.ministry);
        assertThat(open(walk, CHECK_INTEGRITY)).isZero();
        assertThatThrownBy(() -> batches.checked(walk.ref, walk.ministry))
                .isInstanceOf(id.siks.platform.Conflict.class);
        jobs.runDue();
        assertThat(members.matched().stream().filter(list.get(119)::equals)).hasSize(2);
        assertThat(open(walk, CHECK_INTEGRITY)).isEqualTo(1);
    }

    @Test
    void aListGoesToTheMinisterOnlyWhenNothingStandsAgainstAnyOfItsCases() {
        Walk walk = rehearsal.opened("6372");
        List<CaseRef> list = walk.sealed(2);
        members.fault(list.get(1), new Fault("photo-missing", ReasonCode.EVIDENCE_MISSING));
        walk.ratifiedUpTo(CHECK_INTEGRITY);

        assertThatThrownBy(() -> batches.checked(walk.ref, walk.ministry)).isInstanceOf(id.siks.platform.Refused.class);
        assertThat(open(walk, CHECK_INTEGRITY)).isEqualTo(1);
        walk.returns(list.get(1), walk.ministry);
        batches.checked(walk.ref, walk.ministry);
        assertThat(open(walk, DETERMINE_BATCH)).isEqualTo(1);
    }

    @Test
    void theDecreeReachesALongListInLanesAndEachCaseOnceEvenAfterAFault() {
        Walk walk = rehearsal.opened("2172");
        List<CaseRef> list = walk.sealed(650);
        walk.checked();
        members.failOnceAt(list.get(400));
        batches.determine(walk.ref, walk.decree(), walk.decider);
        jobs.runDue();
        // The lane that met the fault waits for its next try; the others went on with what it left.
        assertThat(batches.find(walk.ref).orElseThrow().determined()).isEqualTo(650);
        assertThat(walk.view().state()).isEqualTo(PeriodState.MINISTRY_PROCESSING);

        managementService()
                .createJobQuery()
                .processDefinitionKey(KEY)
                .activityId(APPLY_DETERMINATION)
                .list()
                .forEach(job -> managementService().executeJob(job.getId()));
        jobs.runDue();

        assertThat(walk.view().state()).isEqualTo(PeriodState.DETERMINED);
        assertThat(list).allMatch(member -> members.determinationsOf(member) == 1);
        assertThat(passed(walk).stream().filter(APPLY_DETERMINATION::equals)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void nobodyDoesTheSameStepTwice() {
        Walk walk = rehearsal.opened("3576");
        walk.finalizes(walk.villages.get(0), 0);
        assertThatThrownBy(() -> villageLists.finalizeVillage(
                        walk.ref, walk.villages.get(0), walk.operator(walk.villages.get(0))))
                .isInstanceOf(id.siks.platform.Conflict.class);
    }

    private static long open(Walk walk, String task) {
        return taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(walk.ref.value())
                .taskDefinitionKey(task)
                .count();
    }

    private static List<Object> variables(Walk walk, String name) {
        String instance = runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(walk.ref.value())
                .singleResult()
                .getId();
        return runtimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .variableName(name)
                .list()
                .stream()
                .map(VariableInstance::getValue)
                .toList();
    }

    private static long running(Walk walk) {
        return runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(walk.ref.value())
                .count();
    }

    private static String instance(Walk walk) {
        return historyService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(walk.ref.value())
                .singleResult()
                .getId();
    }

    private static List<String> passed(Walk walk) {
        return historyService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance(walk))
                .finished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
