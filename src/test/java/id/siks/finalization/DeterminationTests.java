package id.siks.finalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.HeldRows;
import id.siks.casework.CaseRef;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.model.Corrections;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a decree meets on its way through a list. */
class DeterminationTests extends PeriodTest {

    @Autowired
    Corrections corrections;

    @Autowired
    JdbcTemplate db;

    @Test
    void whomTheRegisterHoldsElsewhereIsReturnedAndACorrectionOfTheList() {
        Walk walk = rehearsal.opened("1274");
        List<CaseRef> list = walk.sealed(3);
        walk.checked();
        String letter = batches.find(walk.ref).orElseThrow().sha256();
        members.knownElsewhere(list.get(1));
        batches.determine(walk.ref, walk.decree(), walk.decider);
        jobs.runDue();

        assertThat(walk.view().state()).isEqualTo(PeriodState.DETERMINED);
        assertThat(members.stateOf(list.get(1))).isEqualTo("RETURNED_BY_MINISTRY");
        BatchView batch = batches.find(walk.ref).orElseThrow();
        assertThat(batch.determined()).isEqualTo(2);
        assertThat(batch.returned()).isEqualTo(1);
        assertThat(batch.sha256()).isEqualTo(letter);
        assertThat(batches.periodOf(list.get(1))).isEmpty();
        assertThat(timeline.summary(list.get(1)).group()).isNull();
        assertThat(timeline.summary(list.get(0)).group())
                .contains(walk.view().month().toString());
        assertThat(corrections.of(walk.ref, List.of(walk.regency.value())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.number()).isEqualTo(1);
                    assertThat(one.ref()).isEqualTo(list.get(1));
                    assertThat(one.cause()).isEqualTo(Departure.RETURNED);
                    assertThat(one.ratified()).isTrue();
                });
    }

    @Test
    void aDecreeOfAnotherTimeIsRefusedAtItsFields() {
        Walk walk = rehearsal.opened("1572");
        walk.sealed(1);
        walk.checked();
        refused(walk, new Decree("123/HUK/2088", YearMonth.of(2026, 12)), "decreeNumber");
        refused(walk, new Decree("123/HUK/2026", YearMonth.of(2027, 12)), "effectiveMonth");
        refused(walk, new Decree("123/HUK/2024", YearMonth.of(2025, 10)), "decreeNumber", "effectiveMonth");
        batches.determine(walk.ref, new Decree("123/HUK/2027", YearMonth.of(2027, 11)), walk.decider);
    }

    private void refused(Walk walk, Decree decree, String... fields) {
        assertThatThrownBy(() -> batches.determine(walk.ref, decree, walk.decider))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly(fields));
    }

    @Test
    void aCaseSomebodyHoldsWhileTheLanesPassIsWaitedFor() throws Exception {
        Walk walk = rehearsal.opened("1271");
        List<CaseRef> list = walk.sealed(2);
        walk.checked();
        CountDownLatch held = new CountDownLatch(1);
        ExecutorService somebody = Executors.newSingleThreadExecutor();
        try {
            Future<?> hand = somebody.submit(() -> transaction.executeWithoutResult(status -> {
                db.queryForList(
                        "select 1 from finalization.batch_item where case_ref = ? for update",
                        list.get(0).value());
                held.countDown();
                HeldRows.untilWaitedFor(db);
            }));
            held.await();
            batches.determine(walk.ref, walk.decree(), walk.decider);
            jobs.runDue();
            hand.get();
        } finally {
            somebody.shutdown();
        }

        assertThat(walk.view().state()).isEqualTo(PeriodState.DETERMINED);
        assertThat(list).allMatch(member -> members.determinationsOf(member) == 1);
    }
}
