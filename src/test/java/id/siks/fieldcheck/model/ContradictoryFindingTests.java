package id.siks.fieldcheck.model;

import static id.siks.fieldcheck.FieldCheckView.Finding.CONFIRMED;
import static id.siks.fieldcheck.FieldCheckView.Finding.DENIED;
import static id.siks.fieldcheck.FieldCheckView.Finding.NOT_SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.fieldcheck.FieldCheckView.Finding;
import id.siks.fieldcheck.VisitOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContradictoryFindingTests {

    @Test
    void one_denied_sign_among_confirmed_ones_does_not_contradict() {
        assertThat(verified(Map.of("C1", CONFIRMED, "C2", DENIED, "C3", NOT_SEEN)))
                .isFalse();
    }

    @Test
    void two_denied_signs_contradict() {
        assertThat(verified(Map.of("C1", CONFIRMED, "C2", DENIED, "C3", DENIED)))
                .isTrue();
    }

    @Test
    void the_only_claimed_sign_denied_contradicts_whatever_else_was_found() {
        assertThat(verified(Map.of("C1", DENIED))).isTrue();
        assertThat(ContradictoryFinding.is(VisitOutcome.VERIFIED, Set.of("C1"), Map.of("C1", DENIED, "C5", CONFIRMED)))
                .isTrue();
    }

    @Test
    void a_shelter_that_is_there_contradicts() {
        assertThat(verified(Map.of("C0", DENIED, "C1", CONFIRMED, "C2", CONFIRMED)))
                .isTrue();
    }

    @Test
    void signs_none_of_which_was_seen_confirm_nothing() {
        assertThat(verified(Map.of("C1", NOT_SEEN, "C2", NOT_SEEN))).isTrue();
        assertThat(verified(Map.of("C1", NOT_SEEN, "C2", CONFIRMED))).isFalse();
    }

    @Test
    void a_claim_without_signs_is_not_contradicted_by_a_full_verification() {
        assertThat(verified(Map.of())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
    void anything_but_a_full_verification_contradicts(VisitOutcome outcome) {
        assertThat(ContradictoryFinding.is(outcome, List.of(), Map.of())).isTrue();
    }

    private static boolean verified(Map<String, Finding> claimed) {
        return ContradictoryFinding.is(VisitOutcome.VERIFIED, claimed.keySet(), claimed);
    }
}
