package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRefs;
import id.siks.casework.ReasonCode;
import id.siks.register.ActivationReport.SetAside;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Families that come into the register while others do: what the database refuses is set aside, and nothing else is lost. */
@EngineTest
class IntakeTests {

    private static final AreaCode VILLAGE = AreaCode.of("18.04.06.2006");

    @Autowired
    Families families;

    @Autowired
    CaseRefs refs;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whom_another_decree_takes_over_at_the_same_moment_is_set_aside_and_the_rest_go_on() {
        Activation theirs = activation(TestFamilies.in(VILLAGE));
        Activation ours = activation(
                TestFamilies.with(VILLAGE, List.of(theirs.content().members().get(0))));
        Activation fine = activation(TestFamilies.in(VILLAGE));

        ActivationReport report = meanwhile(theirs, () -> families.activate(List.of(ours, fine)));

        assertThat(report.activated()).containsOnlyKeys(fine.caseRef());
        assertThat(report.setAside()).containsExactly(new SetAside(ours.caseRef(), ReasonCode.DUPLICATE_PERSON));
        assertThat(families.familyOf(theirs.caseRef())).isPresent();
        assertThat(families.familyOf(ours.caseRef())).isEmpty();
        assertThat(families.familyOf(fine.caseRef())).isPresent();
    }

    /** A chunk may run twice, even beside itself: nobody is set aside as a duplicate of himself. */
    @Test
    void a_case_that_is_taken_over_at_the_same_moment_was_taken_over() {
        Activation same = activation(TestFamilies.in(VILLAGE));
        Activation fine = activation(TestFamilies.in(VILLAGE));

        ActivationReport report = meanwhile(same, () -> families.activate(List.of(same, fine)));

        assertThat(report.setAside()).isEmpty();
        assertThat(report.activated()).containsOnlyKeys(same.caseRef(), fine.caseRef());
        assertThat(report.activated().get(same.caseRef()))
                .isEqualTo(families.familyOf(same.caseRef()).orElseThrow());
    }

    @Test
    void nobody_is_looked_for_in_the_register_before_the_database_refuses_one() {
        Activation first = activation(TestFamilies.in(VILLAGE));
        Activation clash = activation(
                TestFamilies.with(VILLAGE, List.of(first.content().members().get(0))));

        assertThat(Statements.during(() -> families.activate(List.of(first))))
                .isNotEmpty()
                .noneMatch(IntakeTests::looks);
        assertThat(Statements.during(() -> families.activate(List.of(clash)))).anyMatch(IntakeTests::looks);
    }

    private static boolean looks(String statement) {
        return statement.contains("where active and nik = any");
    }

    @Test
    void what_the_transaction_did_before_a_clash_stays() {
        Activation before = activation(TestFamilies.in(VILLAGE));
        Activation clash = activation(
                TestFamilies.with(VILLAGE, List.of(before.content().members().get(1))));

        transaction.executeWithoutResult(status -> {
            families.activate(List.of(before));
            assertThat(families.activate(List.of(clash)).setAside())
                    .containsExactly(new SetAside(clash.caseRef(), ReasonCode.DUPLICATE_PERSON));
        });

        assertThat(families.familyOf(before.caseRef())).isPresent();
        assertThat(families.familyOf(clash.caseRef())).isEmpty();
    }

    /** Who changes a row under another number than he locked it with leaves the database both to keep in mind. */
    @Test
    void what_follows_is_written_by_the_transaction_itself_after_a_clash_too() {
        Activation first = activation(TestFamilies.in(VILLAGE));
        Activation clash = activation(
                TestFamilies.with(VILLAGE, List.of(first.content().members().get(0))));

        transaction.executeWithoutResult(status -> {
            families.activate(List.of(first));
            assertThat(writesItself(first)).isTrue();
            families.activate(List.of(clash, activation(TestFamilies.in(VILLAGE))));
            assertThat(writesItself(first)).isTrue();
        });
    }

    private boolean writesItself(Activation activation) {
        long family = families.familyOf(activation.caseRef()).orElseThrow().id();
        return db.queryForObject(
                """
                update register.family set version = version + 1 where id = ?
                returning xmin::text = pg_current_xact_id()::xid::text""",
                Boolean.class,
                family);
    }

    /** The deed begins while the other family is written and not yet committed, and waits for it. */
    private <T> T meanwhile(Activation theirs, Supplier<T> deed) {
        CompletableFuture<T> other = transaction.execute(status -> {
            families.activate(List.of(theirs));
            CompletableFuture<T> begun = CompletableFuture.supplyAsync(deed);
            HeldRows.untilWaitedFor(db);
            return begun;
        });
        return other.join();
    }

    private Activation activation(FamilyContent content) {
        return new Activation(refs.next("USL", content.village()), content, null);
    }
}
