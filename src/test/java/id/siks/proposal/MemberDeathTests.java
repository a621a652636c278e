package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.siks.HeldRows;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.ReasonCode;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.register.Families;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/** Nobody is determined who is dead, and nobody loses the family's proposal over it. */
class MemberDeathTests extends TrunkTest {

    @Autowired
    Families families;

    @Test
    void with_a_member_who_died_nothing_is_approved_before_the_village_has_corrected_it() {
        place = data.in("1806092006");
        CaseRef ref = place.visited();
        civilRegistry.announceDeath(spouseOf(ref).nik(), LocalDate.of(2026, 10, 1));

        assertThat(process(ref)).isWaitingAt("decide-proposal");
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
        assertThat(process(ref)).isWaitingAt("correct-proposal");
        assertThat(status(ref)).isEqualTo(CaseStatus.IDENTITY_MISMATCHED);

        withoutSpouse(ref);
        resubmit(ref);
        assertThat(process(ref)).isWaitingAt("decide-proposal");
        decide(place.verifier, ref);
        assertThat(process(ref)).isWaitingAt("batch-awaited");
    }

    @Test
    void a_member_who_died_after_the_approval_takes_the_case_out_of_its_batch() {
        place = data.in("1806092007");
        CaseRef ref = place.approved();
        assertThat(batches.periodOf(ref)).isPresent();
        civilRegistry.announceDeath(spouseOf(ref).nik(), LocalDate.of(2026, 10, 1));

        assertThat(process(ref)).isWaitingAt("correct-proposal");
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
        assertThat(process(ref)).isWaitingAt("decide-proposal");
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

        assertThatThrownBy(() -> whileTheDecreeHolds(ref, () -> withdraw(ref)))
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
}
