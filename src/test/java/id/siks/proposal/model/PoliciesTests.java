package id.siks.proposal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.StandIn;
import id.siks.platform.Refused;
import id.siks.register.FamilyContent;
import id.siks.register.TestFamilies;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoliciesTests {

    private static final Actor SEVEN = new Actor(7, "Petugas Uji", List.of());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final String OWN_WORK = "proposal.error.own-work";

    @Test
    void nobody_decides_a_case_he_worked_on() {
        assertThatThrownBy(() -> NobodyDecidesOwnWork.check(List.of(3L, 7L), SEVEN, OWN_WORK))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> NobodyDecidesOwnWork.check(List.of(3L), SEVEN, OWN_WORK))
                .doesNotThrowAnyException();
    }

    @Test
    void an_officials_own_family_is_handed_in_by_somebody_else() {
        Actor deputy = new Actor(8, "Wakil Uji", List.of(), List.of(new StandIn(7, List.of())));

        assertThat(OwnFamilyGoesToSomebodyElse.concerns(7L, SEVEN)).isTrue();
        assertThat(OwnFamilyGoesToSomebodyElse.concerns(7L, deputy)).isTrue();
        assertThat(OwnFamilyGoesToSomebodyElse.concerns(8L, SEVEN)).isFalse();
        assertThat(OwnFamilyGoesToSomebodyElse.concerns(null, SEVEN)).isFalse();
    }

    @Test
    void evidence_is_fresh_for_three_months_to_the_day() {
        assertThat(FreshEvidence.on(TODAY, TODAY)).isTrue();
        assertThat(FreshEvidence.on(LocalDate.of(2026, 8, 31), TODAY)).isTrue();
        assertThat(FreshEvidence.on(LocalDate.of(2026, 8, 29), TODAY)).isFalse();
        assertThat(FreshEvidence.on(TODAY.plusDays(1), TODAY)).isFalse();
        assertThat(FreshEvidence.on(null, TODAY)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyDayOfALeapYearAndTheOneBefore")
    void the_oldest_evidence_that_counts_is_the_first_day_that_does(LocalDate today) {
        LocalDate oldest = FreshEvidence.oldest(today);
        for (LocalDate day = today.minusDays(100); !day.isAfter(today); day = day.plusDays(1)) {
            assertThat(FreshEvidence.on(day, today)).as("%s on %s", day, today).isEqualTo(!day.isBefore(oldest));
        }
    }

    static Stream<LocalDate> everyDayOfALeapYearAndTheOneBefore() {
        return LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2029, 1, 1));
    }

    @Test
    void a_visit_stands_while_nothing_seen_at_home_is_told_anew() {
        FamilyContent family = TestFamilies.in(AreaCode.of("18.06.03.2001"));
        FamilyContent otherHead = TestFamilies.withMember(family, 0, TestFamilies.head("Wahyu Contoh"));
        FamilyContent moved = TestFamilies.at(family, "Jalan Kenanga 5");

        assertThat(SeenAtHome.differs(family, otherHead)).isFalse();
        assertThat(SeenAtHome.differs(family, moved)).isTrue();
    }

    @Test
    void a_stored_content_comes_back_as_it_was() {
        FamilyContent family = TestFamilies.in(AreaCode.of("18.06.03.2001"));
        assertThat(ContentJson.family(ContentJson.write(family))).isEqualTo(family);
    }

    @Test
    void text_is_put_into_its_stored_form_and_nothing_else_is_changed() {
        assertThat(Tidy.text("  Siti   Aminah ")).isEqualTo("Siti Aminah");
        assertThat(Tidy.text("   ")).isNull();
        assertThat(Tidy.unit("3")).isEqualTo("003");
        assertThat(Tidy.unit("1234")).isEqualTo("1234");
        assertThat(Tidy.text("a\u0000b")).isEqualTo("a\u0000b");
    }
}
