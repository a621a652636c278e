package id.siks.fieldcheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.fieldcheck.FieldCheckView.Finding;
import id.siks.fieldcheck.VisitOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContradictoryFindingTests {

    @Test
    void one_denied_sign_among_confirmed_ones_does_not_contradict() {
        assertThat(ContradictoryFinding.is(
                        VisitOutcome.VERIFIED, List.of(Finding.CONFIRMED, Finding.DENIED, Finding.NOT_SEEN)))
                .isFalse();
    }

    @Test
    void two_denied_signs_contradict() {
        assertThat(ContradictoryFinding.is(VisitOutcome.VERIFIED, List.of(Finding.DENIED, Finding.DENIED)))
                .isTrue();
    }

    @Test
    void signs_that_were_not_seen_deny_nothing() {
        assertThat(ContradictoryFinding.is(VisitOutcome.VERIFIED, List.of(Finding.NOT_SEEN, Finding.NOT_SEEN)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
    void anything_but_a_full_verification_contradicts(VisitOutcome outcome) {
        assertThat(ContradictoryFinding.is(outcome, List.of())).isTrue();
    }
}
