package id.siks.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaCodeTests {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"1", "180", "18040", "1804012", "180401200", "18040120011", "18%", "１８", "18\u0000", "ab"})
    void only_two_four_six_or_ten_digits_are_a_code(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AreaCode(text));
        assertThat(AreaCode.isShaped(text)).isFalse();
    }

    @Test
    void officials_write_it_with_dots() {
        assertThat(AreaCode.of("18.04.01.2001")).isEqualTo(new AreaCode("1804012001"));
        assertThat(new AreaCode("1804012001").display()).isEqualTo("18.04.01.2001");
        assertThat(new AreaCode("1804").display()).isEqualTo("18.04");
        assertThat(new AreaCode("18").display()).isEqualTo("18");
    }

    @Test
    void the_parent_is_the_prefix() {
        AreaCode village = new AreaCode("1804012001");

        assertThat(village.at(AreaLevel.REGENCY)).isEqualTo(new AreaCode("1804"));
        assertThat(village.isWithin(new AreaCode("18"))).isTrue();
        assertThat(village.isWithin(new AreaCode("1803"))).isFalse();
    }
}
