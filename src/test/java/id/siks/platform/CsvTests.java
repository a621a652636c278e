package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+62812", "-2", "@SUM(A1)", "\tx", "\rx"})
    void what_looks_like_a_formula_does_nothing(String text) {
        assertThat(Csv.cell(text)).isEqualTo("\"'" + text + '"');
    }

    @Test
    void quotes_and_commas_stay_in_their_cell() throws IOException {
        Csv file = new Csv().row(List.of("a,b", "say \"x\"")).row(List.of("", "ž"));

        assertThat(new String(file.whole().read().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"a,b\",\"say \"\"x\"\"\"\r\n\"\",\"ž\"\r\n");
    }
}
