package id.siks.fieldcheck;

import static id.siks.fieldcheck.FieldCheckTestData.found;
import static id.siks.fieldcheck.FieldCheckTestData.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.siks.EngineTest;
import id.siks.ModelCoverage;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.LadderWatch;
import id.siks.casework.ReasonCode;
import id.siks.fieldcheck.FieldCheckConcluded.Result;
import id.siks.fieldcheck.FieldCheckView.State;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.register.Activation;
import id.siks.register.Families;
import id.siks.register.TestFamilies;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@EngineTest
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldCheckProcessTests {

    private static final AreaCode REGENCY = AreaCode.of("32.05");
    private static final String ACCEPTED = "Temuan sesuai dengan foto kunjungan";

    @Autowired
    FieldChecks fieldChecks;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    Families families;

    @Autowired
    TestActors people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    LadderWatch watch;

    @Autowired
    BusinessTime time;

    @Autowired
    ModelCoverage coverage;

    @Autowired
    ApplicationEvents events;

    AreaCode alone = AreaCode.of("32.05.01.1001");
    AreaCode crowded = AreaCode.of("32.05.02.2015");
    Actor worker;
    Actor first;
    Actor second;
    Actor verifier;
    Map<CaseRef, ProcessInstance> started = new HashMap<>();

    @BeforeAll
    void hire() {
        coverage.begin("field-check");
        worker = people.socialWorker(AreaCode.of("32.05.01"));
        first = people.socialWorker(AreaCode.of("32.05.02"));
        second = people.socialWorker(AreaCode.of("32.05.02"));
        verifier = people.verifier(REGENCY);
    }

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.notPassed("field-check")).isEmpty();
    }

    @Test
    void the_only_worker_of_the_district_gets_the_visit_and_confirms_the_claim() {
        CaseRef ref = asked(alone, null, "C1", "C5");

        assertThat(process(ref)).isWaitingAt("record-visit").hasNotPassed("assign-visit");
        assertThat(process(ref)).task().isAssignedTo(worker.id());
        visits.confirms(worker, ref);

        assertThat(ended(ref)).hasPassed("record-visit", "conclude-field-check").hasNotPassed("review-visit");
        assertThat(concluded(ref))
                .isEqualTo(new FieldCheckConcluded(
                        ref,
                        Result.CONFIRMED,
                        null,
                        worker.accountId(),
                        concluded(ref).at()));
        assertThat(view(ref).lastVisit().count(FieldCheckView.Finding.CONFIRMED))
                .isEqualTo(2);
    }

    @Test
    void a_visit_that_waits_is_told_all_the_way_up_and_goes_on_waiting() {
        CaseRef ref = asked(alone, null, "C1");
        assertThat(watch.armed(ref)).hasSize(1);
        watch.climb(ref);
        time.release();

        assertThat(process(ref))
                .isWaitingAt("record-visit")
                .hasPassedInOrder("remind-worker", "tell-supervisor", "tell-office-head", "tell-province");
        visits.confirms(worker, ref);
        assertThat(ended(ref)).hasPassed("conclude-field-check");
    }

    @Test
    void among_several_workers_a_verifier_chooses() {
        CaseRef ref = asked(crowded, null, "C1");

        assertThat(process(ref)).isWaitingAt("assign-visit").hasNotPassed("record-visit");
        watch.tooEarly(ref);
        visits.does(verifier, ref, "assign-visit", Map.of("worker", second.id()));

        assertThat(process(ref)).isWaitingAt("record-visit");
        assertThat(process(ref)).task().isAssignedTo(second.id());
        visits.confirms(second, ref);
        assertThat(ended(ref)).hasPassed("assign-visit", "conclude-field-check");
    }

    @Test
    void whoever_drafted_the_case_is_neither_chosen_nor_let_in() {
        CaseRef ref = asked(crowded, first.accountId(), "C1");
        assertThat(process(ref)).isWaitingAt("record-visit");
        assertThat(process(ref)).task().isAssignedTo(second.id());

        assertThatThrownBy(() -> visits.confirms(first, ref)).isInstanceOf(Refused.class);
        assertThat(process(ref)).isWaitingAt("record-visit");
    }

    @Test
    void nobody_at_home_means_a_second_attempt_and_then_not_found() {
        CaseRef ref = asked(alone, null, "C1");

        visits.does(worker, ref, "record-visit", found(VisitOutcome.NOBODY_HOME));
        assertThat(process(ref)).isWaitingAt("record-visit").hasNotPassed("conclude-field-check");
        visits.does(worker, ref, "record-visit", found(VisitOutcome.NOBODY_HOME));

        assertThat(ended(ref)).hasPassed("conclude-field-check").hasNotPassed("review-visit");
        assertThat(concluded(ref).result()).isEqualTo(Result.NOT_CONFIRMED);
        assertThat(concluded(ref).reason().code()).isEqualTo(ReasonCode.NOT_FOUND_AT_ADDRESS);
        assertThat(view(ref).visits())
                .extracting(FieldCheckView.VisitView::attempt)
                .containsExactly(1, 2);
    }

    @Test
    void somebody_at_home_the_second_time_confirms() {
        CaseRef ref = asked(alone, null, "C1");
        visits.does(worker, ref, "record-visit", found(VisitOutcome.NOBODY_HOME));
        visits.confirms(worker, ref);

        assertThat(concluded(ref).result()).isEqualTo(Result.CONFIRMED);
    }

    @Test
    void a_photo_of_the_first_attempt_shows_nothing_of_the_second() {
        CaseRef ref = asked(alone, null, "C1");
        visits.photo(worker, ref);
        visits.does(worker, ref, "record-visit", found(VisitOutcome.NOBODY_HOME));
        Map<String, String> answers = new HashMap<>(verified());
        answers.put("signC1", "CONFIRMED");
        assertRefusedAt("outcome", ref, answers);

        visits.photo(worker, ref);
        visits.does(worker, ref, "record-visit", answers);
        assertThat(concluded(ref).result()).isEqualTo(Result.CONFIRMED);
    }

    @Test
    void a_finding_against_the_claim_counts_only_after_review() {
        CaseRef ref = asked(alone, null, "C1", "C5");
        visits.does(worker, ref, "record-visit", found(VisitOutcome.MOVED_OR_GONE));

        assertThat(process(ref)).isWaitingAt("review-visit").hasNotPassed("conclude-field-check");
        watch.tooEarly(ref);
        visits.does(verifier, ref, "review-visit", Map.of("decision", "ACCEPT", "reasonText", ACCEPTED));

        assertThat(ended(ref)).hasPassed("review-visit", "conclude-field-check");
        assertThat(concluded(ref).result()).isEqualTo(Result.NOT_CONFIRMED);
        assertThat(concluded(ref).reason().code()).isEqualTo(ReasonCode.MOVED_AWAY);
        assertThat(concluded(ref).settledBy()).isEqualTo(verifier.accountId());
    }

    @ParameterizedTest
    @CsvSource({"C1, DENIED", "C0, DENIED", "C1, NOT_SEEN"})
    void a_claim_of_which_nothing_was_found_is_reviewed(String sign, String finding) {
        CaseRef ref = asked(alone, null, sign);
        visits.photo(worker, ref);
        Map<String, String> answers = new HashMap<>(verified());
        answers.put("sign" + sign, finding);
        visits.does(worker, ref, "record-visit", answers);

        assertThat(process(ref)).isWaitingAt("review-visit").hasNotPassed("conclude-field-check");
        assertThat(view(ref).result()).isNull();
    }

    @Test
    void two_denied_signs_are_reviewed_and_may_be_looked_at_again() {
        CaseRef ref = asked(alone, null, "C1", "C5");
        visits.photo(worker, ref);
        Map<String, String> denied = new HashMap<>(verified());
        denied.putAll(Map.of("signC1", "DENIED", "signC5", "DENIED", "otherSigns", "C7"));
        visits.does(worker, ref, "record-visit", denied);
        assertThat(process(ref)).isWaitingAt("review-visit");

        visits.does(verifier, ref, "review-visit", Map.of("decision", "REVISIT", "note", "Lihat lantai kamar tidur"));

        assertThat(process(ref)).isWaitingAt("record-visit").hasNotPassed("conclude-field-check");
        assertThat(process(ref)).task().isAssignedTo(worker.id());
        visits.confirms(worker, ref);
        assertThat(ended(ref)).hasPassed("review-visit", "conclude-field-check");
        assertThat(concluded(ref).result()).isEqualTo(Result.CONFIRMED);
        assertThat(concluded(ref).settledBy()).isEqualTo(worker.accountId());
    }

    @Test
    void a_reviewer_may_send_it_back_to_the_village() {
        CaseRef ref = asked(alone, null, "C1");
        visits.does(worker, ref, "record-visit", found(VisitOutcome.REFUSED));
        visits.does(
                verifier,
                ref,
                "review-visit",
                Map.of("decision", "RETURN", "reasonCode", "ADDRESS_INCOMPLETE", "reasonText", "Lengkapi RT dan RW"));

        assertThat(concluded(ref).result()).isEqualTo(Result.RETURN);
        assertThat(concluded(ref).reason().code()).isEqualTo(ReasonCode.ADDRESS_INCOMPLETE);
    }

    @Test
    void a_visitor_may_send_it_back_to_the_village_himself() {
        CaseRef ref = asked(alone, null, "C1");
        visits.does(
                worker,
                ref,
                "record-visit",
                Map.of(
                        "notOwnFamily", "true",
                        "outcome", "TO_CORRECT",
                        "reasonCode", "ADDRESS_INCOMPLETE",
                        "reasonText", "Alamat tanpa nama dusun"));

        assertThat(ended(ref)).hasNotPassed("review-visit").hasPassed("conclude-field-check");
        assertThat(concluded(ref).result()).isEqualTo(Result.RETURN);
    }

    @Test
    void whoever_visited_cannot_review() {
        Actor both = people.holding(List.of(
                Assignment.of(Role.DISTRICT_SOCIAL_WORKER, AreaCode.of("32.05.04")),
                Assignment.of(Role.REGENCY_VERIFIER, REGENCY)));
        CaseRef ref = asked(AreaCode.of("32.05.04.2010"), null, "C1");
        visits.does(both, ref, "record-visit", found(VisitOutcome.NOT_FOUND));

        assertThatThrownBy(() ->
                        visits.does(both, ref, "review-visit", Map.of("decision", "ACCEPT", "reasonText", ACCEPTED)))
                .isInstanceOf(Refused.class);
        assertThat(process(ref)).isWaitingAt("review-visit");
    }

    @Test
    void a_withdrawn_case_calls_the_visit_off_wherever_it_waits() {
        CaseRef waiting = asked(crowded, null, "C1");
        CaseRef assigned = asked(alone, null, "C1");
        CaseRef reviewed = asked(alone, null, "C1");
        visits.does(worker, reviewed, "record-visit", found(VisitOutcome.NOT_FOUND));

        for (CaseRef ref : List.of(waiting, assigned, reviewed)) {
            fieldChecks.cancel(ref);
            assertThat(ended(ref))
                    .hasPassed("cancel-visits", "visits-cancelled")
                    .hasNotPassed("conclude-field-check");
            assertThat(view(ref).state()).isEqualTo(State.CANCELLED);
            fieldChecks.cancel(ref);
        }
        assertThat(events.stream(FieldCheckConcluded.class)).isEmpty();
    }

    @Test
    void a_case_may_ask_again_only_when_its_visits_are_over() {
        CaseRef ref = asked(alone, null, "C1");
        FieldCheckRequest again =
                new FieldCheckRequest(ref, alone, "Keluarga Uji", "Dusun Uji RT 001", null, List.of("C1"), Set.of());

        assertThatThrownBy(() -> fieldChecks.request(again)).isInstanceOf(Conflict.class);
        visits.confirms(worker, ref);
        fieldChecks.request(again);

        assertThat(running(ref).getId()).isNotEqualTo(started.get(ref).getId());
        assertThat(view(ref).visits()).isEmpty();
    }

    @Test
    void a_full_verification_needs_every_claimed_sign_a_photo_and_a_place() {
        CaseRef ref = asked(alone, null, "C1", "C5");
        Map<String, String> answers = new HashMap<>(verified());
        answers.put("signC1", "CONFIRMED");
        assertRefusedAt("signC5", ref, answers);
        answers.put("signC5", "NOT_SEEN");
        assertRefusedAt("outcome", ref, answers);
        visits.photo(worker, ref);
        answers.remove("latitude");
        assertRefusedAt("latitude", ref, answers);
    }

    @Test
    void other_findings_need_words_and_the_other_family_where_there_is_one() {
        CaseRef ref = asked(alone, null, "C1");
        assertRefusedAt("note", ref, Map.of("notOwnFamily", "true", "outcome", "REFUSED"));
        assertRefusedAt("otherRegisterId", ref, found(VisitOutcome.DUPLICATE));
        for (String nobody : List.of("123", "<script>", "ID-99999999-A")) {
            Map<String, String> answers = new HashMap<>(found(VisitOutcome.DUPLICATE));
            answers.put("otherRegisterId", nobody);
            assertRefusedAt("otherRegisterId", ref, answers);
        }
        assertRefusedAt("notOwnFamily", ref, Map.of("outcome", "REFUSED", "note", "Catatan dari kunjungan uji"));
        Map<String, String> tomorrow = new HashMap<>(found(VisitOutcome.REFUSED));
        tomorrow.put("visitedOn", "2999-01-01");
        assertRefusedAt("visitedOn", ref, tomorrow);
        Map<String, String> before = new HashMap<>(found(VisitOutcome.REFUSED));
        before.put(
                "visitedOn", time.today(ZoneId.of("Asia/Jakarta")).minusDays(1).toString());
        assertRefusedAt("visitedOn", ref, before);
    }

    @Test
    void the_other_family_is_one_of_the_register() {
        CaseRef ref = asked(alone, null, "C1");
        CaseRef cause = new CaseRef("USL-1804-26-999777");
        String number = families.activate(List.of(new Activation(cause, TestFamilies.in(alone), worker.accountId())))
                .activated()
                .get(cause)
                .registerId();
        Map<String, String> answers = new HashMap<>(found(VisitOutcome.DUPLICATE));
        answers.put("otherRegisterId", number.toLowerCase(Locale.ROOT));

        visits.does(worker, ref, "record-visit", answers);

        assertThat(fieldChecks.latest(ref).orElseThrow().lastVisit().otherRegisterId())
                .isEqualTo(number);
    }

    private void assertRefusedAt(String field, CaseRef ref, Map<String, String> answers) {
        assertThatThrownBy(() -> visits.does(worker, ref, "record-visit", answers))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.errors())
                        .extracting(error -> error.field())
                        .containsExactly(field));
    }

    private CaseRef asked(AreaCode village, Long draftedBy, String... claimedSigns) {
        CaseRef ref = visits.asked(village, draftedBy, claimedSigns);
        started.put(ref, running(ref));
        return ref;
    }

    private ProcessInstance process(CaseRef ref) {
        assertThat(running(ref)).isNotNull();
        return started.get(ref);
    }

    private ProcessInstance ended(CaseRef ref) {
        assertThat(running(ref)).isNull();
        return started.get(ref);
    }

    private ProcessInstance running(CaseRef ref) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("field-check")
                .processInstanceBusinessKey(ref.value())
                .singleResult();
    }

    private FieldCheckConcluded concluded(CaseRef ref) {
        return events.stream(FieldCheckConcluded.class)
                .filter(e -> e.caseRef().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private FieldCheckView view(CaseRef ref) {
        return fieldChecks.latest(ref).orElseThrow();
    }
}
