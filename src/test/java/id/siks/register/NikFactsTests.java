package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.register.NikFacts.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Glossary 9.1. */
class NikFactsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "1804011506850001, MALE, 1985-06-15",
        "1804015506850001, FEMALE, 1985-06-15",
        "1804010101000001, MALE, 2000-01-01",
        "1804013112990001, MALE, 1999-12-31",
        "1804017112990001, FEMALE, 1999-12-31",
        "1804012902000001, MALE, 2000-02-29",
        "1804016902040001, FEMALE, 2004-02-29",
        "1804012111260001, MALE, 2026-11-21",
        "1804012211260001, MALE, 1926-11-22"
    })
    void a_number_tells_sex_and_birth_date(String nik, Sex sex, LocalDate birth) {
        NikFacts facts = NikFacts.decode(nik, null, TODAY);

        assertThat(facts.possible()).isTrue();
        assertThat(facts.sex()).isEqualTo(sex);
        assertThat(facts.birthDate()).isEqualTo(birth);
        assertThat(facts.registeredIn()).isEqualTo("180401");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "null, LENGTH",
                "'', LENGTH",
                "180401150685000, LENGTH",
                "18040115068500011, LENGTH",
                "180401150685000A, CHARACTERS",
                "18040115O6850001, CHARACTERS",
                "1804 1506850001x, CHARACTERS",
                "١804011506850001, CHARACTERS",
                "1804010006850001, DATE",
                "1804013206850001, DATE",
                "1804014006850001, DATE",
                "1804017206850001, DATE",
                "1804013104850001, DATE",
                "1804013002850001, DATE",
                "1804011500850001, DATE",
                "1804011513850001, DATE",
                "1804011506850000, SERIAL"
            },
            nullValues = "null")
    void an_impossible_number_says_why(String nik, Problem problem) {
        NikFacts facts = NikFacts.decode(nik, null, TODAY);

        assertThat(facts.problem()).isEqualTo(problem);
        assertThat(facts.sex()).isNull();
        assertThat(facts.birthDate()).isNull();
    }

    @Test
    void the_entered_birth_date_decides_the_century() {
        assertThat(NikFacts.decode("1804011506200001", LocalDate.of(1920, 6, 15), TODAY)
                        .birthDate())
                .isEqualTo(LocalDate.of(1920, 6, 15));
        assertThat(NikFacts.decode("1804011506200001", LocalDate.of(2020, 1, 1), TODAY)
                        .birthDate())
                .isEqualTo(LocalDate.of(2020, 6, 15));
    }

    @Test
    void without_an_entered_date_the_century_is_the_latest_that_is_not_in_the_future() {
        assertThat(NikFacts.decode("1804011506270001", null, TODAY).birthDate()).isEqualTo(LocalDate.of(1927, 6, 15));
    }

    @Test
    void a_leap_day_of_a_year_without_one_is_possible_but_tells_no_date() {
        NikFacts facts = NikFacts.decode("1804012902950001", null, TODAY);

        assertThat(facts.possible()).isTrue();
        assertThat(facts.birthDate()).isNull();
    }
}
