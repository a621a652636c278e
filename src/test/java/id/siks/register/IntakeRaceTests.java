package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRefs;
import id.siks.casework.ReasonCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Two decrees reach the same person at the same moment: he is in the register once, and nobody beside him waits for it. */
@EngineTest
class IntakeRaceTests {

    private static final AreaCode VILLAGE = AreaCode.of("18.04.06.2006");
    private static final AreaCode OTHER_VILLAGE = AreaCode.of("18.04.06.2007");

    @Autowired
    Families families;

    @Autowired
    CaseRefs refs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate db;

    @Test
    void who_is_taken_over_meanwhile_is_set_aside_and_the_rest_go_on() {
        Activation first = activation(TestFamilies.in(VILLAGE));
        Activation samePerson = activation(TestFamilies.with(
                OTHER_VILLAGE, List.of(first.content().members().get(0))));
        Activation fine = activation(TestFamilies.in(OTHER_VILLAGE));

        CompletableFuture<ActivationReport> later = transaction.execute(status -> {
            families.activate(List.of(first));
            CompletableFuture<ActivationReport> begun =
                    CompletableFuture.supplyAsync(() -> families.activate(List.of(samePerson, fine)));
            HeldRows.untilWaitedFor(db);
            return begun;
        });

        ActivationReport report = later.join();
        assertThat(report.activated()).containsOnlyKeys(fine.caseRef());
        assertThat(report.setAside())
                .containsExactly(new ActivationReport.SetAside(samePerson.caseRef(), ReasonCode.DUPLICATE_PERSON));
        assertThat(families.familyOf(first.caseRef())).isPresent();
        assertThat(families.familyOf(samePerson.caseRef())).isEmpty();
    }

    private Activation activation(FamilyContent content) {
        return new Activation(refs.next("USL", content.village().at(AreaLevel.REGENCY)), content, null);
    }
}
