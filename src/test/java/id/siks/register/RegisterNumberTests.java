package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterNumberTests {

    @ParameterizedTest
    @CsvSource({
        "1, ID-00000001-C",
        "127, ID-00000127-B",
        "12345678, ID-12345678-U",
        "99999999, ID-99999999-F",
        "100000000, ID-100000000-L"
    })
    void is_as_long_as_it_has_to_be_and_ends_with_the_letter_of_its_digits(long number, String expected) {
        assertThat(RegisterNumber.of(number)).isEqualTo(expected);
    }
}
