package id.siks.proposal.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.TestFamilies;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamePeopleTests {

    private final MemberContent budi = TestFamilies.head("Budi Santosa");
    private final MemberContent siti = TestFamilies.spouse("Siti Aminah");
    private final MemberContent rini = TestFamilies.spouse("Rini Lestari");

    @Test
    void whoeverIsTakenOutLeavesHisNumberToNobodyAndHasItAgainWhenHeComesBack() {
        assertThat(across(of(budi, siti), of(siti), of(siti, rini), of(rini, budi)))
                .containsExactly(List.of(1, 2), List.of(2), List.of(2, 3), List.of(3, 1));
    }

    @Test
    void aMendedNumberOrNameLeavesThePersonHimself() {
        MemberContent otherNumber = TestFamilies.head("Budi Santosa");
        MemberContent otherName = TestFamilies.member(siti.nik(), "Siti Aminah Dewi", siti.sex(), 2, false);
        assertThat(across(of(budi, siti), of(otherName, otherNumber)))
                .as("also in another order")
                .containsExactly(List.of(1, 2), List.of(2, 1));
        assertThat(across(of(budi, siti), of(budi, rini)))
                .as("both mended at once")
                .containsExactly(List.of(1, 2), List.of(1, 2));
    }

    @Test
    void whoeverStandsInThePlaceOfOneWhoWasTakenOutAndSharesNothingWithHimIsSomebodyElse() {
        assertThat(across(of(budi, siti), of(budi, TestFamilies.born(rini, LocalDate.of(2026, 3, 1)))))
                .containsExactly(List.of(1, 2), List.of(1, 3));
        assertThat(across(of(budi, siti), of(budi, TestFamilies.born(siti, LocalDate.of(1985, 6, 16)))))
                .as("the day of birth mended")
                .containsExactly(List.of(1, 2), List.of(1, 2));
    }

    @Test
    void anEmptyOrHalfFilledCardIsNobodyWhoStoodThere() {
        assertThat(across(of(budi, siti), of(budi, card(null))))
                .as("a new card")
                .containsExactly(List.of(1, 2), List.of(1, 3));
        assertThat(across(of(budi, siti), of(budi, card("Cici Amelia"))))
                .as("one with another name and no birth date yet")
                .containsExactly(List.of(1, 2), List.of(1, 3));
        assertThat(across(of(budi, card("Cici Amelia")), of(budi, card("Dewi Lestari"))))
                .as("nor one that somebody else has begun")
                .containsExactly(List.of(1, 2), List.of(1, 3));
    }

    @Test
    void aCardThatIsFilledInStaysTheSame() {
        assertThat(across(of(budi, card(null)), of(budi, card("Siti aminah")), of(budi, siti)))
                .containsExactly(List.of(1, 2), List.of(1, 2), List.of(1, 2));
    }

    @Test
    void anErasedContentHidesNobody() {
        assertThat(across(of(budi, siti), null, of(siti, budi)))
                .containsExactly(List.of(1, 2), List.of(), List.of(2, 1));
    }

    private static MemberContent card(String name) {
        return TestFamilies.born(TestFamilies.member(null, name, null, 3, false), null);
    }

    private static List<List<Integer>> across(FamilyContent... contents) {
        return SamePeople.across(Arrays.asList(contents));
    }

    private static FamilyContent of(MemberContent... members) {
        return TestFamilies.with(new AreaCode("1806042001"), List.of(members));
    }
}
