package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.ReasonCode;
import id.siks.casework.Timeline;
import id.siks.finalization.Batches;
import id.siks.identity.Actor;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.engine.EngineJobs;
import id.siks.register.Families;
import id.siks.register.MemberContent;
import id.siks.register.outside.SimulatedCivilRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is determined who is dead, and nobody loses the family's proposal over it. */
@EngineTest
class MemberDeathTests {

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    BatchMember batch;

    @Autowired
    Batches batches;

    @Autowired
    Families families;

    @Autowired
    Timeline timeline;

    @Autowired
    SimulatedCivilRegistry civilRegistry;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate db;

    ProposalTestData.Place place;

    @Test
    void with_a_member_who_died_nothing_is_approved_before_the_village_has_corrected_it() {
        place = data.in("1806092006");
        CaseRef ref = place.visited();
        civilRegistry.announceDeath(spouseOf(ref).nik(), LocalDate.of(2026, 10, 1));

        waitsAt(ref, "decide-proposal");
        assertThat(timeline.of(ref)).last().satisfies(e -> assertThat(e.what()).isEqualTo("member-died"));
        assertThat(status(ref)).isEqualTo(CaseStatus.REGENCY_REVIEW);
        assertThatThrownBy(() -> decide(place.verifier, ref))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly("decision"));
        data.does(
                place.verifier,
                ref,
                "decide-proposal",
                Map.of("decision", "return", "reasonCode", "DECEASED", "reasonText", "Istri tercatat meninggal"));
        resubmit(ref);
        waitsAt(ref, "correct-proposal");
        assertThat(status(ref)).isEqualTo(CaseStatus.IDENTITY_MISMATCHED);

        withoutSpouse(ref);
        resubmit(ref);
        waitsAt(ref, "decide-proposal");
        decide(place.verifier, ref);
        waitsAt(ref, "batch-awaited");
    }

    @Test
    void a_member_who_died_after_the_approval_takes_the_case_out_of_its_batch() {
        place = data.in("1806092007");
        CaseRef ref = place.approved();
        assertThat(batches.periodOf(ref)).isPresent();
        civilRegistry.announceDeath(spouseOf(ref).nik(), LocalDate.of(2026, 10, 1));

        waitsAt(ref, "correct-proposal");
        assertThat(status(ref)).isEqualTo(CaseStatus.RETURNED_TO_VILLAGE);
        assertThat(batches.periodOf(ref)).isEmpty();
        ProposalView back = proposals.view(ref, place.operator);
        assertThat(back.returned().code()).isEqualTo(ReasonCode.DECEASED);
        assertThat(back.remarks()).extracting(Remark::field).containsExactly("members[1].nik");

        withoutSpouse(ref);
        assertThat(proposals.view(ref, place.operator).remarks())
                .as("of whoever has left")
                .isEmpty();
        resubmit(ref);
        decide(place.verifier, ref);
        determined(ref);
        assertThat(families.familyOf(ref)).isPresent();
    }

    @Test
    void who_is_deciding_while_a_member_dies_has_to_look_again() {
        place = data.in("1806092008");
        CaseRef ref = place.visited();
        String nik = spouseOf(ref).nik();
        CompletableFuture<Void> decision = transaction.execute(s -> {
            civilRegistry.announceDeath(nik, LocalDate.of(2026, 10, 1));
            return CompletableFuture.runAsync(() -> decide(place.verifier, ref));
        });

        assertThatThrownBy(decision::join).isInstanceOf(CompletionException.class);
        waitsAt(ref, "decide-proposal");
        assertThat(status(ref)).isEqualTo(CaseStatus.REGENCY_REVIEW);
    }

    @Test
    void a_death_that_meets_the_decree_waits_for_it_and_neither_is_given_up() {
        place = data.in("1806092009");
        CaseRef ref = place.approved();
        String nik = spouseOf(ref).nik();

        whileTheDecreeHolds(ref, () -> civilRegistry.announceDeath(nik, LocalDate.of(2026, 10, 1)));

        assertThat(families.familyOf(ref)).isPresent();
        assertThat(status(ref)).isEqualTo(CaseStatus.DETERMINED);
        assertThat(timeline.of(ref)).noneMatch(e -> e.what().equals("member-died"));
    }

    @Test
    void a_withdrawal_that_meets_the_decree_waits_for_it_and_is_refused() {
        place = data.in("1806092010");
        CaseRef ref = place.approved();

        assertThatThrownBy(() -> whileTheDecreeHolds(
                        ref,
                        () -> proposals.withdraw(
                                ref,
                                proposals.view(ref, place.operator).version(),
                                "Keluarga pindah ke luar",
                                UUID.randomUUID(),
                                place.operator)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(OptimisticLockingFailureException.class);
        assertThat(status(ref)).isEqualTo(CaseStatus.DETERMINED);
    }

    /** As a chunk does: first its places in the list, then, when the other deed has begun, the cases. */
    private void whileTheDecreeHolds(CaseRef ref, Runnable deed) {
        CompletableFuture<Void> other = transaction.execute(s -> {
            db.queryForList("select 1 from finalization.batch_item where case_ref = ? for update", ref.value());
            CompletableFuture<Void> begun = CompletableFuture.runAsync(deed);
            HeldRows.untilWaitedFor(db);
            batch.determined(List.of(ref), "123/HUK/2026");
            return begun;
        });
        other.join();
    }

    private MemberContent spouseOf(CaseRef ref) {
        return proposals.view(ref, place.operator).content().members().get(1);
    }

    private void withoutSpouse(CaseRef ref) {
        ProposalView view = proposals.view(ref, place.operator);
        proposals.saveMembers(ref, view.version(), view.content().members().subList(0, 1), place.operator);
    }

    private void decide(Actor actor, CaseRef ref) {
        proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), actor);
    }

    private void resubmit(CaseRef ref) {
        proposals.resubmit(ref, data.version(ref), null, UUID.randomUUID(), place.operator);
        jobs.runDue();
    }

    private void determined(CaseRef ref) {
        transaction.executeWithoutResult(s -> batch.determined(List.of(ref), "123/HUK/2026"));
    }

    private CaseStatus status(CaseRef ref) {
        return timeline.summary(ref).status();
    }

    private void waitsAt(CaseRef ref, String element) {
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("proposal-trunk")
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
        assertThat(runtime.getActiveActivityIds(instance)).contains(element);
    }
}
