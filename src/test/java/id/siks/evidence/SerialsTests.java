package id.siks.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Serials are read out, typed and guessed at. */
class SerialsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    @Test
    void none_has_a_letter_that_is_read_as_a_digit_and_none_comes_twice() {
        List<String> serials =
                Stream.generate(() -> Serials.next(DAY)).limit(2_000).toList();

        assertThat(serials)
                .allMatch(Serials::isShaped)
                .allSatisfy(serial -> assertThat(serial)
                        .startsWith("SK-26-")
                        .hasSize("SK-26-7H3KQ-92MTX".length())
                        .doesNotContainPattern("[IO01]"))
                .doesNotHaveDuplicates();
        assertThat(Serials.isShaped("SK-26-7H3KO-92MTX")).isFalse();
    }
}
